"""How the content of an attachment is encrypted: AES-GCM over a mark, a nonce, the content and a tag.

It is done a part at a time, so that other threads get their turn meanwhile; the bytes are those of one call.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import GCM

_MAGIC = b"LQA1"
_NONCE, _TAG = 12, 16
_START = len(_MAGIC) + _NONCE
_PART = 1024 * 1024


def seal(key: bytes, name: str, data: bytes) -> bytearray:
    """Encrypts a content.

    Args:
        key: Keys.files().
        name: blob id, which the tag covers too.
    """
    nonce = os.urandom(_NONCE)
    cipher = Cipher(AES(key), GCM(nonce)).encryptor()
    cipher.authenticate_additional_data(name.encode())
    sealed = bytearray(_START + len(data) + _TAG)
    sealed[:_START] = _MAGIC + nonce
    with memoryview(sealed) as room, memoryview(data) as given:
        for at in range(0, len(data), _PART):
            cipher.update_into(given[at:at + _PART], room[_START + at:])
    cipher.finalize()
    sealed[-_TAG:] = cipher.tag
    return sealed


def unseal(key: bytes, name: str, sealed: bytes) -> bytes:
    """Decrypts a content.

    Raises:
        ValueError: it is damaged, of another key, or lies under another name.
    """
    if len(sealed) < _START + _TAG or sealed[:len(_MAGIC)] != _MAGIC:
        raise ValueError("no sealed content")
    cipher = Cipher(AES(key), GCM(sealed[len(_MAGIC):_START], sealed[-_TAG:])).decryptor()
    cipher.authenticate_additional_data(name.encode())
    data = bytearray(len(sealed) - _START - _TAG)
    with memoryview(sealed)[_START:-_TAG] as content, memoryview(data) as room:
        for at in range(0, len(content), _PART):
            cipher.update_into(content[at:at + _PART], room[at:])
    try:
        cipher.finalize()
    except InvalidTag as error:
        raise ValueError("tag") from error
    return bytes(data)
