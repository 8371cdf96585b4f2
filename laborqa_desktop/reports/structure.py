"""The structure tree of a tagged PDF, written by hand: ReportLab dictionaries are slow by the ten thousand."""

from collections.abc import Sequence

from laborqa_desktop.reports.objects import Objects, Ref, text_bytes

COLUMN_SCOPE = b"/A<</O/Table/Scope/Column>>"
ROW_SCOPE = b"/A<</O/Table/Scope/Row>>"


class Tag:
    """One structure element; children are tags, (page, content number) pairs or (page, annotation) pairs."""

    __slots__ = ("children", "extra", "number", "role")

    def __init__(self, role: str, parent: "Tag | None" = None, extra: bytes = b"") -> None:
        self.role, self.extra, self.number = role, extra, 0
        self.children: list[Tag | tuple[int, int | Ref]] = []
        if parent is not None:
            parent.children.append(self)


def alternative(words: str) -> bytes:
    """The entry that lets a reader speak a picture."""
    return b"/Alt " + text_bytes(words)


def write_tree(
    objects: Objects,
    root: Tag,
    pages: Sequence[Ref],
    marked: Sequence[Sequence[Tag]],
    annotations: Sequence[tuple[int, Tag]],
) -> Ref:
    """Writes all elements and the parent tree.

    Args:
        root: the Document element.
        pages: page objects in order.
        marked: per page the elements of its marked contents, by their number.
        annotations: (StructParent key, element) of annotations.
    """
    tree = objects.reserve()
    order: list[tuple[Tag, Tag | None]] = []
    waiting: list[tuple[Tag, Tag | None]] = [(root, None)]
    while waiting:
        tag, parent = waiting.pop()
        order.append((tag, parent))
        waiting += [(child, tag) for child in reversed(tag.children) if isinstance(child, Tag)]
    first = objects.reserve_many(len(order))
    for number, (tag, _) in enumerate(order, first):
        tag.number = number
    for tag, parent in order:
        objects.put(tag.number, _element(tag, parent.number if parent else tree.number, pages))
    numbers = [b"%d[%s]" % (i, b" ".join(b"%d 0 R" % tag.number for tag in tags)) for i, tags in enumerate(marked)]
    numbers += [b"%d %d 0 R" % (key, tag.number) for key, tag in sorted(annotations, key=lambda pair: pair[0])]
    parents = objects.add(b"<</Nums[%s]>>" % b"\n".join(numbers))
    next_key = max([key for key, _ in annotations] + [len(pages)]) + 1
    return objects.add(
        b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %s/ParentTreeNextKey %d>>" % (root.number, parents.data, next_key),
        tree,
    )


def _element(tag: Tag, parent: int, pages: Sequence[Ref]) -> bytes:
    own_page = -1
    kids: list[bytes] = []
    for child in tag.children:
        if isinstance(child, Tag):
            kids.append(b"%d 0 R" % child.number)
            continue
        page, content = child
        if isinstance(content, Ref):
            kids.append(b"<</Type/OBJR/Obj %s/Pg %s>>" % (content.data, pages[page].data))
            continue
        if own_page < 0:
            own_page = page
        kids.append(
            b"%d" % content if page == own_page else b"<</Type/MCR/Pg %s/MCID %d>>" % (pages[page].data, content)
        )
    entry = b"" if not kids else b"/K %s" % kids[0] if len(kids) == 1 else b"/K[%s]" % b" ".join(kids)
    where = b"/Pg %s" % pages[own_page].data if own_page >= 0 else b""
    return b"<</S/%s/P %d 0 R%s%s%s>>" % (tag.role.encode(), parent, where, entry, tag.extra)
