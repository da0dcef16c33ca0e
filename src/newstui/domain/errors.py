"""What can go wrong that a person can fix.

NewstuiError            what is wrong, and what to do about it
├── UsageError          the request itself was wrong (a query, an option, a setting): exit status 2
├── StorageError        the disk refused: nothing acknowledged is lost, try again
├── PrivateAddressError a server that nobody allowed is on this machine or in its network: nothing was sent
└── UnreadableError     what came from outside cannot be read, or not within reason
"""

from __future__ import annotations


class NewstuiError(Exception):
    """Something is wrong and a person can do something about it: `str(error)` says what, `hint` what to do."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(NewstuiError):
    """What was asked for makes no sense as it stands."""


class StorageError(NewstuiError):
    """A file or folder could not be read or written."""


class PrivateAddressError(NewstuiError):
    """An address leads into this machine or its own network, and its reader did not allow that."""


class UnreadableError(NewstuiError):
    """A feed, a page or an export cannot be read, or not within reason."""
