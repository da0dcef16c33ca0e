"""The second press: undo and redo ask for it where they would change more than what was done in this window."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newstui.domain.marks.fields import FIELDS
from newstui.domain.marks.origin import origin_in_words
from newstui.render.dates import age
from newstui.ui.screens.base import BaseScreen

if TYPE_CHECKING:
    from newstui.domain.marks.change import Change, Stamp
    from newstui.services.desk import Desk
    from newstui.ui.screens.browse.browser import Browser


class SecondPress:
    """Keeps the question that was asked last. The same key again, while it stands, is the answer."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._asked: tuple[Stamp, str] | None = None

    def question(self, change: Change | None, key_of: str, does: str) -> str:
        """Returns what to ask before a change is reversed; empty where it need not be asked, or was answered.

        key_of: the id of the key to press again. does: `takes back`.
        """
        asked, self._asked = self._asked, None
        if change is None or not (where := _elsewhere(change, self._browser.desk)):
            return ""
        screen = self._browser.app.screen
        shown = screen.footer.text if isinstance(screen, BaseScreen) else ""
        if asked is not None and asked == (change.stamp, shown):
            return ""
        from newstui.domain.marks.words import change_in_words

        key = self._browser.screen.key(key_of)
        question = f"{key} again {does}: {change_in_words(change, shows_ids=False)} ({where})"
        self._asked = (change.stamp, question)
        return question


def _elsewhere(change: Change, desk: Desk) -> str:
    """Returns who made a change that was not made here, or what else needs a question; empty for an act of this window.

    An own act needs one where its reverse would end a subscription.
    """
    known = FIELDS.get(change.field)
    origin = origin_in_words(change.stamp.session, desk.marks.session)
    if (
        change.field == "subscription"
        and change.act != "undo"
        and any(not was for was in change.was)
        and any(change.to)
    ):
        return f"{origin}; this ends a subscription"
    is_of_articles = known is None or known.of == "article"
    if is_of_articles and change.articles and desk.articles.row_of(change.articles[0]) is None:
        return f"{origin}, in another library"
    if change.stamp.session == desk.marks.session:
        return ""
    from newstui.render.change_line import moment_of

    when = age(moment_of(change.stamp.at).astimezone(), datetime.now().astimezone())
    return f"{origin}, {when}"
