"""The way back to a place that a reader left: its list, its article, and the pane that had the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstui.ui.screens.browse.article_controller import ArticleController
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.browse.place import Place


def return_to(
    place: Place, browser: Browser, article: ArticleController, lists: ListController, *, ends_search: bool
) -> None:
    """Shows again what the reader went away from. ends_search: the list is no longer that of a search."""
    lists.return_to(place, ends_search=ends_search)
    browser.screen.end_notice()
    browser.screen.set_focus(browser.reader if place.state.is_reading else browser.headlines)
    article.show(opened=place.state.is_opened)
    reader = browser.reader
    is_same = reader.article == place.state.article and reader.size.width == place.width
    if is_same and place.top <= reader.max_scroll_y:
        reader.scroll_to(y=place.top, animate=False, force=True)
    lists.ask_again()
    browser.screen.refresh_bindings()
