"""Feed actions: subscribe, and change, fetch or remove the feed under the cursor of the sidebar."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from newstui.ui.keys.in_turn import answer_in_thread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.feed import Feed
    from newstui.services.feeds.edits import EditableField
    from newstui.services.feeds.stats import FeedStats
    from newstui.services.tasks.queue import TaskQueue
    from newstui.ui.screens.base import BaseScreen
    from newstui.ui.screens.browse.section_controller import SectionController

_PROMPTS: dict[EditableField, tuple[str, str]] = {
    "title": ("Your name for this feed", "empty: as it calls itself"),
    "folder": ("Its folder", "Tech/Linux; empty: none"),
    "most_a_day": ("Its articles of one day that lists show, the best", "3; empty: all"),
    "tags": ("Tags for its articles", "names with commas between them"),
}
"""Field → (title of the panel, text of the empty field)."""
_NO_FEEDS = "You subscribe to no feeds yet. {} adds one; `newstui import FILE` brings a list from another reader."


def no_feeds(screen: BaseScreen[None]) -> str:
    """Returns how to subscribe to a first feed, from wherever the keys go."""
    return "you subscribe to no feeds yet: {} f, then {}, adds one".format(*map(screen.key, ("go", "feed-add")))


class FeedActions:
    """Actions on feeds. The sidebar is the one list of them."""

    def __init__(self, sections: SectionController, tasks: TaskQueue) -> None:
        self._browser, self._pane, self._sections, self._tasks = sections.browser, sections.pane, sections, tasks

    def action_feeds(self) -> None:
        """Goes to the feeds in the sidebar, and says how many need a look."""
        self._sections.go_to_group("feed", self._arrived)

    def _arrived(self) -> None:
        from newstui.services.feeds.section_list import NEGLECTED_SIGN  # the first paint does not need it

        feeds = [entry for entry in self._sections.tree if entry.kind == "feed"]
        failing, off = (sum(entry.sign == sign for entry in feeds) for sign in "⚠○")
        counts = [f"{len(feeds):,} feed{'s' * (len(feeds) != 1)}"]
        counts += [f"{failing:,} with a problem"] * bool(failing) + [f"{off:,} off"] * bool(off)
        if neglected := sum(entry.sign == NEGLECTED_SIGN for entry in feeds):
            counts.append(f"{neglected:,} not read for two months: {self._browser.screen.key('go')} z")
        more = f"{self._browser.screen.key('feed-about')} tells more about one"
        text = " · ".join([*counts, more]) if feeds else _NO_FEEDS.format(self._browser.screen.key("feed-add"))
        self._browser.screen.notice(text)

    @property
    def _feed(self) -> Feed | None:
        entry = self._pane.current
        if entry is None or entry.kind != "feed":
            self._browser.screen.notice("this key is for a feed: the cursor is not on one")
            return None
        return next((feed for feed in self._browser.desk.feeds.all() if feed.url == entry.feed), None)

    def action_about_feed(self) -> None:
        """Shows what is known of a feed."""
        from newstui.ui.screens.panels.feed import FeedPanel

        if (feed := self._feed) is not None:
            self._browser.app.push_screen(FeedPanel(self._browser.desk, feed))

    def action_subscribe(self) -> None:
        """Asks for the address of a feed or a site."""
        from newstui.ui.screens.panels.prompt import Prompt

        about = "The address of a feed, or of a site that has one."
        panel = Prompt("Subscribe to a feed", prompt="https://…", about=about, enter="subscribes")
        self._browser.app.push_screen(panel, self._subscribe)

    def _subscribe(self, url: str | None) -> None:
        if url:
            self._tasks.subscribe(url if "://" in url else f"https://{url}")

    def action_sync_feed(self) -> None:
        """Fetches one feed, also one that is off."""
        if (feed := self._feed) is not None:
            self._tasks.sync([feed])

    # Changes

    def action_edit_feed(self, field: EditableField) -> None:
        """Asks for a feed's name, folder or tags."""
        from newstui.services.feeds.edits import edited, field_text
        from newstui.ui.screens.panels.prompt import Prompt

        if (feed := self._feed) is not None:
            title, prompt = _PROMPTS[field]
            self._browser.app.push_screen(
                Prompt(title, field_text(feed, field), prompt=prompt, enter="keeps it"),
                lambda text: None if text is None else self._change(edited(feed, field, text)),
            )

    def action_switch_feed(self) -> None:
        """Switches the fetching of a feed off or on."""
        from newstui.services.feeds.edits import switched

        if (feed := self._feed) is not None:
            self._change(switched(feed), "is fetched again" if feed.is_disabled else "is not fetched any more")

    def action_mute_feed(self) -> None:
        """Takes the articles of a feed off the front page, or puts them there again."""
        from newstui.services.feeds.edits import muted

        if (feed := self._feed) is not None:
            self._change(muted(feed), f"is {'on' if feed.is_hidden else 'not on'} the front page")

    def action_neglected_feeds(self) -> None:
        """Shows the feeds of which nothing was read for two months; one key takes them off the front page."""
        answer_in_thread(self._browser.screen, self._find_neglected, group="neglected")

    def _find_neglected(self) -> None:
        from newstui.services.feeds.stats import feed_stats

        worker, desk, now = get_current_worker(), self._browser.desk, datetime.now(UTC)
        stats = [each for each in feed_stats(desk.feeds, desk.articles, now) if each.is_neglected(now)]
        if not worker.is_cancelled:
            self._browser.app.call_from_thread(self._show_neglected, sorted(stats, key=lambda each: -each.a_week))

    def _show_neglected(self, stats: Sequence[FeedStats]) -> None:
        from newstui.render.dates import age
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        if not stats:
            of_all = "you read something of each of your feeds in the last two months, or they are too new to tell"
            self._browser.screen.notice(of_all if self._browser.desk.feeds.all() else no_feeds(self._browser.screen))
            return
        now = datetime.now().astimezone()
        number = f"{len(stats):,} feed{'s' * (len(stats) != 1)}"
        choices = [Choice("", f"all of them off the front page: {number}")]
        for each in stats:
            read = f"last read {age(each.last_read, now)}" if each.last_read else "never read"
            choices.append(Choice(each.feed.url, each.title, f"{each.a_week:.0f} a week, {read}"))
        panel = ChoicePanel(
            f"You have not read any of {number} in two months", choices, enter="takes it off the front page"
        )
        feeds = {each.feed.url: each.feed for each in stats}
        self._browser.when_free(
            lambda: self._browser.app.push_screen(panel, lambda url: None if url is None else self._mute(feeds, url))
        )

    def _mute(self, feeds: dict[str, Feed], url: str) -> None:
        from newstui.services.feeds.edits import muted

        chosen = [feeds[url]] if url else list(feeds.values())
        self._browser.desk.feeds.change(*map(muted, chosen))
        name = chosen[0].display_title("") if len(chosen) == 1 else f"{len(chosen):,} feeds"
        self._show(f"{name} not on the front page any more — {self._browser.screen.key('undo')} takes it back")

    def action_full_text(self) -> None:
        """Goes on to the next choice of whose pages are fetched."""
        from newstui.services.feeds.edits import FULL_TEXT_IN_WORDS, with_next_full_text

        if (feed := self._feed) is not None:
            changed = with_next_full_text(feed)
            self._change(changed, f": {FULL_TEXT_IN_WORDS[changed.full_text]}")

    def action_allow_feed(self) -> None:
        """Allows the host of a feed to be in the reader's own network, and asks it; or allows that no more."""
        from newstui.services.feeds.edits import allowed

        if (feed := self._feed) is not None:
            changed = allowed(feed)
            more = "" if changed.may_be_private else " any more"
            self._change(changed, f": its host {'may' if not more else 'may not'} be in your own network{more}")
            if changed.may_be_private:
                self._tasks.sync([changed])

    def action_remove_feed(self) -> None:
        """Ends a subscription; its articles stay."""
        if (feed := self._feed) is not None:
            self._browser.desk.feeds.remove(feed)
            self._show(f"removed; its articles stay. {self._browser.screen.key('undo')} takes it back")

    def _change(self, feed: Feed, done: str = "") -> None:
        self._browser.desk.feeds.change(feed)
        name = self._pane.current.label if self._pane.current else "it"
        self._show(f"{name}{'' if done.startswith(':') else ' '}{done}" if done else "")

    def _show(self, done: str) -> None:
        self._sections.count(has_new_feeds=True)
        if done:
            self._browser.screen.notice(done)
