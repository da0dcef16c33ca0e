"""Property lists, as Apple's programs write them, binary or XML."""

from __future__ import annotations

import plistlib
from typing import Any
from xml.parsers.expat import ExpatError

_ERRORS = (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, LookupError, AttributeError,
           OverflowError, RecursionError)  # fmt: skip
"""The errors of plistlib for files that are broken on purpose or by accident."""


def property_list(raw: bytes, form: plistlib.PlistFormat | None = None) -> Any:
    """Returns the value of a property list, as Python's objects. Raises ValueError where it is broken."""
    try:
        return plistlib.loads(raw, fmt=form)
    except _ERRORS as error:
        raise ValueError(str(error)) from error
