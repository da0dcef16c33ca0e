"""The one place where an unexpected exception is caught: background work must not take the reader's screen away."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


def safely(work: Callable[[], Result], complain: Callable[[str, str], None]) -> Result | None:
    """Returns the result of the work; None where it failed, after calling `complain` with (what is wrong, a hint)."""
    try:
        return work()
    except NewstuiError as error:
        complain(str(error), error.hint)
    except Exception as error:  # noqa: BLE001  (only here: a bug in the background must not take the screen)
        complain(f"newstui met a bug: {type(error).__name__}: {error}", "please report it; reading goes on")
    return None
