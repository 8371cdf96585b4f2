"""T28: whatever a file is called, it is stored under our own name, and copies stay inside the folder they are saved to.

Nasty names are joined from a list of nasty parts. Each file is attached, handed out twice into one folder and opened
outside; nothing may appear elsewhere and nothing that was there may change.
"""

from pathlib import Path, PureWindowsPath
from random import Random

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store.files import Files, Outside
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create
from laborqa_desktop.store.safe_names import safe_name
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.attachments import Attachments
from tests.faults.trial import Outcome, Trial

_PARTS = (
    "../", "..\\", "..", ".", "/", "\\", "C:\\", "c:", "\\\\server\\share\\", "\\\\.\\", "\\\\?\\", "//", "/dev/null",
    "/etc/passwd", "CON", "con", "NUL", "nul.txt", "PRN", "AUX", "COM1", "LPT9", "COM¹", "CONIN$", "CLOCK$", "com1.tar",
    ":evil", "a.txt:evil", "::$DATA", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\n", "\r", "\t", "\0", "\x7f",
    "\x1b[31m", "\uff0f", "\uff3c", "\u2044", "\u2215", "\uff1a", "\u2024", "%2e%2e%2f", "%00", "~", "$HOME", "`id`",
    "|", "<", ">", "*", "?", '"', "'", " ", ". ", " .", "...", "-rf", "desktop.ini", ".lnk", ".exe", ".jpg", ".PDF",
    "照片", "现场 ①", "👷" * 40, "长" * 300, "x" * 300, "é", "e\u0301", "\udcff", "ﬀ", "İ", "&", ";", "#", "",
)
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}


def _name(chance: Random) -> str:
    return "".join(chance.choices(_PARTS, k=chance.randint(1, 5)))


def _flaw(name: str) -> str:
    """What is wrong with a name that we gave."""
    stem = name.split(".")[0].strip().casefold()
    if not name or PureWindowsPath(name).name != name or Path(name).name != name or name in (".", ".."):
        return "leads elsewhere"
    if len(name.encode()) > 255 or name != name.strip(" .") or not name.isprintable() or set(name) & set('<>:"/\\|?*'):
        return "is none on Windows"
    numbered = stem[:3] in ("com", "lpt") and stem[3:] in set("0123456789¹²³")
    return "is a device" if stem in _DEVICES or numbered else ""


def _trial(count: int, seed: int, folder: Path) -> Outcome:
    chance, failures = Random(seed), list[str]()
    inside, private = folder / "here" / "chosen", Outside(folder / "private")
    inside.mkdir(parents=True)
    (folder / "here" / "passwd").write_bytes(b"neighbour")
    store, _ = create(folder / "library", "trial password", costs=Costs(64, 1, 1))
    with store:
        with store.write(N_("Test", "Unit")) as work:
            work.session.add(OrgUnit(name="unit"))
        files = Attachments(store, "", private)
        for no in range(count):
            name, content = _name(chance), f"content {no % 50}".encode()
            files.add("org_unit", 1, name, content)
            info = files.of("org_unit", 1)[-1]
            flaw = _flaw(info.name)
            own = Files(store).path(info.blob_id)
            if flaw or info.name != safe_name(info.name) or own.parent.parent != store.layout.attachments:
                failures.append(f"{no} of seed {seed}: {name!r} became {info.name!r}, which {flaw or 'is not ours'}")
            before = {path: path.read_bytes() for path in inside.iterdir()}
            made = files.save_all("org_unit", 1, inside).files + files.save_all("org_unit", 1, inside).files
            opened = files.open_outside(info.id)
            files.remove(info.id)
            if any(path.parent != inside or path.is_symlink() or path.read_bytes() != content for path in made):
                failures.append(f"{no} of seed {seed}: {name!r} was saved to {made}")
            if len(set(made)) != 2 or any(path.read_bytes() != kept for path, kept in before.items()):
                failures.append(f"{no} of seed {seed}: {name!r} overwrote a file")
            if opened.parent.parent != folder / "private" or opened.read_bytes() != content:
                failures.append(f"{no} of seed {seed}: {name!r} was opened as {opened}")
            if no % 100 == 99:
                private.empty()
                for path in inside.iterdir():
                    path.unlink()
    places = sorted(path.name for path in folder.iterdir())
    if places != ["here", "library", "private"] or sorted(path.name for path in (folder / "here").iterdir()) != [
            "chosen", "passwd"] or (folder / "here" / "passwd").read_bytes() != b"neighbour":
        failures.append(f"something appeared or changed outside: {places}")
    return Outcome(count, tuple(failures), {"different parts of names": len(_PARTS)})


TRIALS = (Trial("T28", "names of attachments", "own name in the store, copies inside the chosen folder 100 %", 40, 2000,
                _trial),)
