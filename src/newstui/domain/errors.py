"""Errors that a person can fix.

NewstuiError            an error with a hint
├── UsageError          the request is wrong (a query, an option): exit status 2
│   └── SettingsError   settings are
├── StorageError        the disk refuses: nothing acknowledged is lost, try again
│   └── DiskError       it refuses everything: it is full or read-only
├── UnreachableError    a server does not answer, or its name leads nowhere
│   └── NoNetworkError  none does
├── UnknownArticleError an article that is named is not in the library
├── PrivateAddressError a server on this machine or in its network that nobody allowed: nothing was sent
└── UnreadableError     a feed, page or export cannot be read, or is too large
"""

from __future__ import annotations

INSTALL_AGAIN = "Install newstui again; `newstui doctor` names each package that is missing."
"""The hint where a package cannot be imported."""


class NewstuiError(Exception):
    """An error that a person can fix: `str(error)` says what is wrong, `hint` what to do."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(NewstuiError):
    """The request makes no sense."""


class SettingsError(UsageError):
    """The settings have mistakes, all of which the message names."""

    def __init__(self, message: str, *, hint: str = "", right: object = None) -> None:
        super().__init__(message, hint=hint)
        self.right = right
        """The settings without those that are wrong; None where they are not known."""


class StorageError(NewstuiError):
    """A file or folder could not be read or written."""


class DiskError(StorageError):
    """The disk takes nothing more, whatever file it is."""


class UnreachableError(NewstuiError):
    """A server cannot be reached: it may be away, or this machine has no network."""


class NoNetworkError(UnreachableError):
    """This machine has no network: nothing was asked."""


class UnknownArticleError(NewstuiError):
    """No article of the library has this id, this start of an id, or this path."""


class PrivateAddressError(NewstuiError):
    """An address leads to this machine or its own network, and the reader did not allow that."""


class UnreadableError(NewstuiError):
    """A feed, a page or an export cannot be read, or is larger or deeper than the limits."""
