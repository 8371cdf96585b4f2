"""The sentences that verifying can find."""

from laborqa_desktop.text import N_

EMPTY = N_("Verify", "The file is empty.")
NOT_A_PDF = N_("Verify", "This file is not a PDF.")
PROTECTED = N_("Verify", "The PDF is protected with a password, so its signature cannot be checked.")
DAMAGED = N_("Verify", "The PDF is damaged and cannot be read.")
SIGNED_BUT_DAMAGED = N_("Verify", "The file was changed after signing so that it can no longer be read as a whole.")
UNSIGNED = N_("Verify", "The PDF carries no signature.")
CUT_OFF = N_("Verify", "The end of the file is missing. Ask the sender for the file again.")
REMOVED = N_("Verify", "A signature was removed from the file or made unrecognisable.")
GAPS = N_("Verify", 'The signature in the field "{field}" leaves out parts of the file, so it proves nothing.')
CHANGED = N_("Verify", "The content was changed after {name} signed it.")
SIGNATURE_CHANGED = N_("Verify", 'The signature in the field "{field}" was itself changed.')
NOT_ALLOWED = N_("Verify", "After {name} signed, the file was changed in a way the signature does not allow.")
APPENDED = N_("Verify", "Something was added to the file after the last signature.")
UNCHANGED = N_("Verify", "The content is unchanged since {name} signed it.")
SELF_SIGNED = N_("Verify", "The signer's certificate is self-signed by the company ({name}).")
ISSUED = N_("Verify", "The signer's certificate was issued to {name} by {issuer}.")
NOT_VALID_THEN = N_("Verify", "The certificate of {name} was not valid at the stated time of signing.")
NO_TIME = N_("Verify", "The signature of {name} states no time.")
COUNTER_SIGNED = N_("Verify", "{name} signed after that; this later signature changed nothing in the content.")
