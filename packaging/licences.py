"""Writes docs/licences: one file for each library that the program ships, with its licence in full.

Takes no arguments; run it after each change of requirements/run.txt. Files named qt-*, sqlcipher,
python and pyinstaller are kept by hand.
"""

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import lock

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "licences"
QT = "LGPL-3.0-only (texts in qt-lgpl-3.0.txt and qt-gpl-3.0.txt)"
CHOSEN = {"pyside6-essentials": QT, "shiboken6": QT, "sqlcipher3": "zlib (SQLCipher itself: sqlcipher.txt)"}
"""Libraries offered under several licences, or silent about theirs -> the one that holds here."""


def licence_name(dist: Distribution) -> str:
    """What the library says of its licence, in few words."""
    said = {key: dist.metadata.get_all(key) or [] for key in ("License-Expression", "License", "Classifier")}
    stated = next((text.strip().split("\n")[0] for text in said["License-Expression"] + said["License"]), "")
    classified = [line.rsplit(" :: ", 1)[-1] for line in said["Classifier"] if line.startswith("License")]
    return CHOSEN.get(dist.name.lower().replace("_", "-"), stated or ", ".join(classified) or "see below")


def licence_texts(dist: Distribution) -> list[str]:
    """The licence files inside the library's package, without those for systems it is not shipped for."""
    wanted = re.compile(r"\.dist-info/(licenses/|licen[cs]e|copying|notice)", re.IGNORECASE)
    elsewhere = re.compile(r"android|musl/|v8_xfa")
    files = [file for file in dist.files or [] if wanted.search(file.as_posix()) and not elsewhere.search(str(file))]
    return [Path(str(file.locate())).read_text(encoding="utf-8", errors="replace") for file in files]


def main() -> None:
    """Writes every file anew and names libraries that bring no licence text."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in (library.name for library in lock.shipped()):
        try:
            dist = distribution(name)
        except ModuleNotFoundError:
            print(f"not installed here: {name}")
            continue
        texts = licence_texts(dist)
        if not texts:
            print(f"no licence text: {name} ({licence_name(dist)})")
        head = f"{dist.name} {dist.version}\nLicence: {licence_name(dist)}\n"
        body = "\n".join([head, *texts])
        lines = "\n".join(line.rstrip() for line in body.splitlines())
        (FOLDER / f"{name}.txt").write_text(f"{lines}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
