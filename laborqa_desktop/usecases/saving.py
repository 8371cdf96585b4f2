"""Files that a screen hands out, written whole or not at all, their errors as sentences."""

from pathlib import Path

from laborqa_desktop.errors import UnreadableInput, reason_of
from laborqa_desktop.exchange.files import replace_file
from laborqa_desktop.signing.guide import trust_guide
from laborqa_desktop.text import N_, Translate

MOST_BYTES = 200_000_000


def save_file(path: Path, data: bytes) -> None:
    """Writes a file; the user has agreed to replace one that is there.

    Raises:
        UserError: it is open in another program, the disk is full, or the folder cannot be written to.
    """
    replace_file(path, data)


def save_guide(path: Path, company: str, fingerprint: str, certificate: str, translate: Translate) -> None:
    """Writes how a client comes to trust the certificate, as a text that every computer opens.

    Args:
        certificate: name of the .cer file that goes with it.

    Raises:
        UserError: see save_file.
    """
    guide = trust_guide(company, fingerprint, certificate)
    steps = [f"{number}. {step.say(translate)}" for number, step in enumerate(guide.steps, 1)]
    notes = [f"- {note.say(translate)}" for note in guide.notes]
    lines = [guide.title.say(translate), "", guide.introduction.say(translate), "", *steps, "", *notes, ""]
    replace_file(path, "\r\n".join(lines).encode("utf-8-sig"))


def read_file(path: Path) -> bytes:
    """The content of a file that the user chose.

    Raises:
        UnreadableInput: it cannot be read, or is larger than MOST_BYTES.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableInput(N_("Saving", "{file} is larger than 200 MB and was not read.").of(file=path.name))
        return path.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            N_("Saving", "{file} could not be read: {reason}. If it is open in another program, close it there.")
            .of(file=path.name, reason=reason_of(error))) from error
