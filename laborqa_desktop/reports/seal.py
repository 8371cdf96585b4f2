"""The appearance of a signed field: seal, handwritten signature, who signed, when, and how to check the file.

A single page of the size of the field with embedded fonts; the signing side imports it as a form. The seal is the
company's own picture; only sample data gets a drawn one, marked as a sample.
"""

from dataclasses import dataclass
from datetime import datetime
from math import cos, pi, sin

from laborqa_desktop.reports.archive import Archive, Language
from laborqa_desktop.reports.checking import check, texts_of
from laborqa_desktop.reports.figures import Speaker, minute
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.paper import Page
from laborqa_desktop.reports.pictures import graphic
from laborqa_desktop.reports.sections.closing import SIGNATURE_HEIGHT, SIGNATURE_WIDTH
from laborqa_desktop.reports.wrapping import clean, shorten, wrap_within
from laborqa_desktop.text import N_, Translate

FIELD_SIZE = (SIGNATURE_WIDTH - 16, SIGNATURE_HEIGHT - 4)
"""Width and height of both signature fields in points."""

_TITLE = N_("Report", "Signature")
_SIGNER = N_("Report", "Signed by {name}")
_FOR = N_("Report", "for {company}")
_WHEN = N_("Report", "on {moment}")
_PRINT = N_("Report", "Certificate {fingerprint}")
_CHECK = N_("Report", "Check: open in Acrobat Reader or LaborQA Desktop. WeChat and WPS do not show it.")
_SAMPLE = "样本 SAMPLE"
_SIZE, _STEP = 6.8, 9.4


@dataclass(frozen=True)
class Appearance:
    """What the field shows.

    Attributes:
        fingerprint: first digits of the certificate's SHA-256, grouped as they are to be read.
        seal: picture bytes (PNG with transparency keeps it); signature: picture of the handwriting.
        sample: draw a seal marked as a sample; only for sample libraries, when there is no picture.
    """

    signer: str
    company: str
    when: datetime
    fingerprint: str = ""
    seal: bytes | None = None
    signature: bytes | None = None
    sample: bool = False


def render_appearance(
    appearance: Appearance, translate: Translate, language: Language, size: tuple[float, float] = FIELD_SIZE
) -> bytes:
    """The bytes of a one-page PDF of the given size.

    Raises:
        Refused: no font has a character of the names.
    """
    check(texts_of(appearance))
    speaker = Speaker(translate)
    archive = Archive(speaker.say(_TITLE), clean(appearance.company), language, appearance.when)
    page = archive.new_page(size)
    width, height = size
    room = min(height - 4, width * 0.46)
    with page.decoration():  # inside a field the tool tip is what a reader's voice speaks
        _words(page, speaker, appearance, width - room - 6)
        _signature(page, archive, appearance, width - room)
        _seal(page, archive, appearance, width - room / 2 - 2, height / 2, room)
    return archive.to_bytes()


def _words(page: Page, speaker: Speaker, appearance: Appearance, width: float) -> None:
    say = speaker.say
    y = page.height - 11
    first = say(_SIGNER.of(name=clean(appearance.signer)))
    page.text(2, y, shorten(first, width, bold(), _SIZE + 0.8), _SIZE + 0.8, bold=True)
    lines = wrap_within(say(_FOR.of(company=clean(appearance.company))), width, regular(), _SIZE, 2)
    lines.append(say(_WHEN.of(moment=minute(appearance.when))))
    if appearance.fingerprint:
        lines.append(shorten(say(_PRINT.of(fingerprint=appearance.fingerprint)), width, regular(), _SIZE))
    for line in lines:
        y -= _STEP
        page.text(2, y, line, _SIZE, "ink2")
    foot = wrap_within(say(_CHECK), width, regular(), 6.0, 4)
    y = 4 + 7.6 * (len(foot) - 1)
    for line in foot:
        page.text(2, y, line, 6.0, "ink3")
        y -= 7.6


def _signature(page: Page, archive: Archive, appearance: Appearance, width: float) -> None:
    if not appearance.signature:
        return
    picture = graphic(archive, appearance.signature, width, 30, transparent=True)
    if picture:
        wide, tall = picture.fit(width * 0.75, 26)
        page.picture(picture.name, picture.ref, 4, 32, wide, tall)


def _seal(page: Page, archive: Archive, appearance: Appearance, x: float, y: float, room: float) -> None:
    if appearance.seal:
        picture = graphic(archive, appearance.seal, room * 2, room * 2, transparent=True)
        if picture:
            wide, tall = picture.fit(room, room)
            page.picture(picture.name, picture.ref, x - wide / 2, y - tall / 2, wide, tall)
    elif appearance.sample:
        _sample_seal(page, x, y, room / 2)


def _sample_seal(page: Page, x: float, y: float, radius: float) -> None:
    """A ring with a star and the word sample: never taken for a real seal."""
    page.circle(x, y, radius * 0.94, None, "seal", 1.6)
    page.circle(x, y, radius * 0.84, None, "seal", 0.5)
    points = [
        (
            x + radius * (0.3 if i % 2 == 0 else 0.115) * cos(pi / 2 + i * pi / 5),
            y + radius * 0.18 + radius * (0.3 if i % 2 == 0 else 0.115) * sin(pi / 2 + i * pi / 5),
        )
        for i in range(10)
    ]
    page.polygon(points, "seal")
    page.text(x, y - radius * 0.42, _SAMPLE, radius * 0.2, "seal", True, "middle")
