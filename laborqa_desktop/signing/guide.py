"""The one-page guide that goes to a client with the .cer file: how to trust it once in Acrobat. Drawn elsewhere."""

from dataclasses import dataclass

from laborqa_desktop.text import N_, Text


@dataclass(frozen=True)
class Guide:
    """Title, a paragraph, numbered steps and notes below them."""

    title: Text
    introduction: Text
    steps: tuple[Text, ...]
    notes: tuple[Text, ...]


def trust_guide(company: str, fingerprint: str, file_name: str) -> Guide:
    """The guide for one certificate.

    Args:
        fingerprint: SHA-256 in groups, as identity.facts gives it.
        file_name: of the .cer file that goes with the guide.
    """
    return Guide(
        title=N_("Signing", "How to check reports signed by {company}").of(company=company),
        introduction=N_(
            "Signing",
            "The certificate is self-signed by the company, so Acrobat Reader knows it only after you have trusted it "
            "once. That takes a minute per computer; later reports are then checked as soon as they are opened.",
        ),
        steps=_steps(company, fingerprint, file_name),
        notes=_notes(),
    )


def _steps(company: str, fingerprint: str, file_name: str) -> tuple[Text, ...]:
    return (
        N_("Signing", "Save the file {file} on your computer.").of(file=file_name),
        N_(
            "Signing",
            "Find its fingerprint: in the Windows command prompt, in the folder of the file, enter: "
            "certutil -hashfile {file} SHA256",
        ).of(file=file_name),
        N_(
            "Signing",
            "Telephone {company} and compare. Go on only if all characters agree. It must read: {fingerprint}",
        ).of(company=company, fingerprint=fingerprint),
        N_(
            "Signing",
            "In Acrobat Reader open Menu > Preferences > Signatures > Identities & Trusted Certificates > More.",
        ),
        N_("Signing", "Choose Trusted Certificates, then Import, and select the file {file}.").of(file=file_name),
        N_(
            "Signing",
            'Select the imported certificate, choose Edit Trust, tick "Use this certificate as a trusted root" and '
            '"Certified documents", and confirm.',
        ),
        N_("Signing", "Open a signed report: the bar at the top says that it is certified and has not been changed."),
    )


def _notes() -> tuple[Text, ...]:
    return (
        N_("Signing", "WeChat, WPS and web browsers show the report but do not check its signature."),
        N_("Signing", "A printed or photographed report carries no signature; ask for the file."),
        N_(
            "Signing",
            "If Acrobat says the document was changed, do not rely on it and ask the company for the file again.",
        ),
    )
