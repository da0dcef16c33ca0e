"""The page status of an article: its text is complete, still to be fetched, or unavailable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class PageStatus:
    """Immutable. An article that came with its text is complete from the start."""

    state: Literal["complete", "wanted", "unavailable"] = "complete"
    is_update: bool = False
    """True where the page is wanted for a newer version of a text that is already there."""
    tries: int = 0
    """The number of failed requests for the wanted page."""

    @property
    def is_complete(self) -> bool:
        return self.state == "complete"

    @property
    def is_wanted(self) -> bool:
        return self.state == "wanted"

    @property
    def has_text(self) -> bool:
        """True where the reader already has a text of the article, though it may be an older one."""
        return self.is_complete or self.is_update

    def requested(self) -> PageStatus:
        """Returns the page as wanted: again where a text is there, for the first time where none is."""
        return PageStatus("wanted", is_update=self.has_text)

    def after_failure(self) -> PageStatus:
        """Returns the status with one more try."""
        return replace(self, tries=self.tries + 1)

    def given_up(self) -> PageStatus:
        """Returns the status of a page that is not requested again. A text that is already there counts as complete."""
        return PageStatus("complete" if self.has_text else "unavailable")


COMPLETE = PageStatus()
