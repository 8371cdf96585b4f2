"""Stands in for aiohttp inside the executable, which asks no network for anything.

pyHanko imports aiohttp for time stamps and revocation lists from the net, names its classes, and never uses them here.
Leaving the real one out saves 3 MB and whatever a network library may be attacked by.
"""


class BasicAuth:
    """Named by a type only."""


class ClientSession:
    """Named by a type only."""


class ClientTimeout:
    """Named by a type only."""


class TCPConnector:
    """Named by a type only."""


class ClientError(Exception):
    """Named by an except clause only."""
