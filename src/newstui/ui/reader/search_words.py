"""The words of the search that articles are opened from: they are highlighted in each of them until it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from newstui.ui.reader.controller import ReaderController


class SearchWords:
    """Highlights the words of a search in one reader pane."""

    def __init__(self, controller: ReaderController, on_change: Callable[[], None]) -> None:
        """`on_change` is called where the article that is shown must be opened again."""
        self._controller, self._on_change = controller, on_change
        self.words: re.Pattern[str] | None = None
        """The words, as a pattern; None where no search goes on."""

    def begin(self, words: re.Pattern[str] | None) -> None:
        """Has words highlighted in the articles that are opened from now on; the one that is shown, again."""
        self.words = words
        self._on_change()

    def end(self) -> None:
        """Highlights the words no longer."""
        if self.words is not None:
            self.begin(None)

    @property
    def is_lit(self) -> bool:
        """True while the words are highlighted, not those of another search within the article."""
        controller = self._controller
        return self.words is not None and controller.words is self.words and controller.mode == "text"

    def light(self) -> None:
        """Highlights the words, and goes to the first of them in the text."""
        if self.words is not None:
            self._controller.find(self.words)
