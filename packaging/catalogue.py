r"""Brings the translation catalogues up to date with the source.

    python packaging/catalogue.py [--reuse] [CHINESE.tsv ...]

Runs lupdate over the program, fills what the given files translate, and names every text still without Chinese.
A line of such a file is: context, tab, English, tab, Chinese; \n stands for a new line. With --reuse a text that one
context translates is taken for another that does not.
"""

import argparse
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "laborqa_desktop"
CHINESE = ROOT / "resources" / "i18n" / "laborqa_zh_CN.ts"
ENGLISH = ROOT / "resources" / "i18n" / "laborqa_en.ts"

Key = tuple[str, str]
"""(context, English)"""


class Catalogue:
    """One .ts file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._root = ElementTree.parse(path).getroot()

    def messages(self) -> Iterator[tuple[Key, ElementTree.Element]]:
        """Each text with its element, in the file's order."""
        for context in self._root.iter("context"):
            for message in context.iter("message"):
                yield (context.findtext("name", ""), message.findtext("source", "")), message

    def translations(self) -> dict[Key, list[str]]:
        """Each text with its forms: one, or one per grammatical number. Empty when it is unfinished."""
        return {key: _forms(message) for key, message in self.messages()}

    def unfinished(self) -> list[Key]:
        """The texts that still lack a translation."""
        return [key for key, forms in self.translations().items() if not forms]

    def fill(self, words: dict[Key, list[str]]) -> None:
        """Writes translations in; texts the catalogue does not know are passed over."""
        for key, message in self.messages():
            if key in words:
                _set_forms(message, words[key])

    def save(self) -> None:
        """Writes the file in the one layout that keeps differences readable."""
        ElementTree.indent(self._root, "    ")
        body = ElementTree.tostring(self._root, encoding="unicode")
        header = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        self.path.write_text(f"{header}{body}\n", encoding="utf-8", newline="\n")


def placeholders(text: str) -> set[str]:
    """The named places of a text, and %n.

    Raises:
        ValueError: a brace stands alone.
    """
    named = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return named | ({"%n"} if "%n" in text else set())


def read_words(files: Iterable[Path]) -> dict[Key, list[str]]:
    """What translation files say; of two lines for one text the later counts.

    Raises:
        ValueError: lines have not three parts, or their places differ from the English ones; all are named.
    """
    words: dict[Key, list[str]] = {}
    faults = []
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            parts = [part.replace("\\n", "\n") for part in line.split("\t")]
            if fault := _fault(parts):
                faults.append(f"{file.name}:{number}: {fault}")
            else:
                words[parts[0], parts[1]] = [parts[2]]
    if faults:
        raise ValueError("\n".join(faults))
    return words


def _fault(parts: list[str]) -> str:
    if len(parts) != 3 or not parts[2].strip():
        return "not context, English, Chinese"
    try:
        same = placeholders(parts[1]) == placeholders(parts[2])
    except ValueError as error:
        return str(error)
    return "" if same else "the places in braces differ"


def english_plurals(texts: Iterable[Key]) -> dict[Key, list[str]]:
    """Both English forms of texts written with (s): "%n record(s)"."""
    return {key: [key[1].replace("(s)", ""), key[1].replace("(s)", "s")] for key in texts if "(s)" in key[1]}


def update(path: Path, *options: str) -> None:
    """Has lupdate bring one catalogue up to date with the source."""
    path.parent.mkdir(parents=True, exist_ok=True)
    tool = Path(sysconfig.get_path("scripts")) / "pyside6-lupdate"
    command = [
        str(tool), "-silent", "-extensions", "py", "-tr-function-alias", "QT_TRANSLATE_NOOP+=N_", "-no-obsolete",
        "-locations", "none", "-disable-heuristic", "sametext", "-disable-heuristic", "similartext",
        "-source-language", "en", *options, str(PROGRAM), "-ts", str(path),
    ]
    subprocess.run(command, check=True)


def _forms(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return []
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def _set_forms(message: ElementTree.Element, forms: list[str]) -> None:
    translation = message.find("translation")
    if translation is None:
        translation = ElementTree.SubElement(message, "translation")
    translation.attrib.pop("type", None)
    if message.get("numerus") != "yes":
        translation.text = forms[0]
        return
    for old in list(translation):
        translation.remove(old)
    for form in forms:
        ElementTree.SubElement(translation, "numerusform").text = form


def _elsewhere(catalogue: Catalogue, words: dict[Key, list[str]]) -> dict[Key, list[str]]:
    """Unfinished texts with the only translation that any context or file has for the same English."""
    known: dict[str, set[str]] = {}
    for (_, source), forms in [*words.items(), *catalogue.translations().items()]:
        if forms:
            known.setdefault(source, set()).add(forms[0])
    return {key: list(known[key[1]]) for key in catalogue.unfinished() if len(known.get(key[1], ())) == 1}


def chinese() -> Callable[[str, str], str]:
    """The Chinese catalogue, without Qt; a text that it lacks is a KeyError."""
    words = Catalogue(CHINESE).translations()
    return lambda context, source: words[context, source][0]


def main() -> int:
    """Updates both catalogues.

    Returns:
        0 when every text has its translation, 1 when one lacks it, 2 when a given file has faults.
    """
    parser = argparse.ArgumentParser(description="Bring the translation catalogues up to date with the source.")
    parser.add_argument("--reuse", action="store_true", help="take a translation from another context")
    parser.add_argument("words", nargs="*", type=Path, metavar="CHINESE.tsv")
    args = parser.parse_args()
    try:
        words = read_words(args.words)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2

    update(CHINESE, "-target-language", "zh_CN")
    held = Catalogue(CHINESE)
    held.fill(words)
    if args.reuse:
        held.fill(_elsewhere(held, words))
    held.save()

    update(ENGLISH, "-pluralonly", "-target-language", "en")
    english = Catalogue(ENGLISH)
    english.fill(english_plurals(english.unfinished()))
    english.save()

    for context, source in sorted(words.keys() - dict(held.messages()).keys()):
        print(f"not in the source: {context}\t{source!r}")
    unfinished = [("zh_CN", key) for key in held.unfinished()] + [("en", key) for key in english.unfinished()]
    for language, (context, source) in unfinished:
        print(f"unfinished {language}: {context}\t{source!r}")
    print(f"{len(held.translations())} texts, {len(unfinished)} unfinished")
    return 1 if unfinished else 0


if __name__ == "__main__":
    sys.exit(main())
