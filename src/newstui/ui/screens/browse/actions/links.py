"""Link actions: open and copy the addresses of an article, cite it, and show what its publisher changed."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.search.sections import field_query
from newstui.render.keys import BINDING, TAG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.render.line import Link
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.panels.choose import Choice

_MOST_LINKS = 2_000
"""Links that are offered together; of more, those from the view on."""
_MOST_OPENED = 20
"""Articles that open in the browser at once."""


class LinkActions:
    """Actions that lead out of the article."""

    def __init__(self, browser: Browser, lists: ListController) -> None:
        self._browser, self._list = browser, lists.go_to

    @property
    def _address(self) -> str | None:
        """The address of the article, after a notice where it has none."""
        prepared = self._browser.reader.controller.prepared
        address = prepared.article.url if prepared else None
        if address is None:
            self._browser.screen.notice("this article has no address")
        return address

    @property
    def _links(self) -> list[str]:
        prepared = self._browser.reader.controller.prepared
        return prepared.links if prepared else []

    def action_browse(self) -> None:
        """Opens the address of the article; asks which where a recording or another file came with it."""
        if self._browser.picked_rows:
            self._open_picked()
            return
        prepared = self._browser.reader.controller.prepared
        article = prepared.article if prepared else None
        files = [each for each in article.played if each.url != article.url] if article else []
        if not article or not files:
            if address := self._address:
                self.open_address(address)
            return
        from newstui.render.enclosures import enclosure_words

        page = [(article.url, "", "the page")] if article.url else []
        self._ask("Open what?", [*page, *((each.url, "", enclosure_words(each)) for each in files)])

    def _open_picked(self) -> None:
        addresses = self._picked_addresses()
        if len(addresses) > _MOST_OPENED:
            self._browser.screen.notice(f"{len(addresses):,} at once are too many to open: {_MOST_OPENED} at most")
            return
        for address in addresses:
            self.open_address(address)
        if len(addresses) > 1:
            self._browser.screen.notice(f"opened: {len(addresses)} articles")

    def _picked_addresses(self) -> list[str]:
        """Returns the addresses of the picked articles, after a notice where none has one."""
        listed = self._browser.desk.articles.listed(self._browser.picked_rows)
        addresses = [each.article.url for each in listed if each.article.url]
        if not addresses:
            self._browser.screen.notice("the picked articles have no addresses")
        return addresses

    def action_links(self) -> None:
        """Asks which link of the article to open."""
        from newstui.render.enclosures import enclosure_words
        from newstui.ui.reader.footnote_links import footnotes_in_view

        prepared = self._browser.reader.controller.prepared
        files = prepared.article.enclosures if prepared else ()
        about = {each.url: enclosure_words(each) for each in files}
        words, links, first = prepared.layout.link_words if prepared else {}, self._links, self._first_link
        offered = enumerate(links[first : first + _MOST_LINKS], start=first)
        rows = [(url, words.get(n, ""), about.get(url, "")) for n, url in offered]
        if prepared and prepared.layout.pictures:
            pictures = dict.fromkeys(islice(prepared.layout.pictures, _MOST_LINKS))
            saved, known = self._browser.desk.pictures.addresses(prepared.article, pictures), {*links}
            rows += [(address, "", "picture") for address in saved if address not in known]
        footnotes = footnotes_in_view(self._browser.reader)
        if rows or footnotes:
            self._ask("Open which link?", rows, footnotes, first)
        else:
            self._browser.screen.notice("this article has no links")

    @property
    def _first_link(self) -> int:
        """The number of the first link that is offered, from 0."""
        prepared, reader = self._browser.reader.controller.prepared, self._browser.reader
        if prepared is None or len(prepared.layout.links) <= _MOST_LINKS:
            return 0
        from newstui.render.page import Page  # the first paint needs no page

        head = reader.lines.offset(1) if isinstance(reader.lines, Page) else 0
        return prepared.layout.first_link(reader.top - head)

    def _ask(
        self, question: str, rows: Sequence[tuple[str, str, str]], footnotes: Sequence[str] = (), first: int = 0
    ) -> None:
        """Asks which of several (address, its words, what it is) to open, or which footnote to go to."""
        from newstui.ui.screens.panels.choose import Choice, KeyChoicePanel

        choices = [_choice(str(n), *row) for n, row in enumerate(rows, start=first + 1)]
        choices += [Choice(link, _way(link)) for link in footnotes]
        self._browser.app.push_screen(KeyChoicePanel(question, choices, enter="opens it"), self._open_chosen)

    def _open_chosen(self, address: str | None) -> None:
        if address:
            self.open_link(address)

    def open_link(self, link: Link) -> None:
        """Opens a link of the page: an address, by number or itself; a footnote, or back; a tag; what a key does."""
        from newstui.render.footnotes import is_footnote

        if isinstance(link, str) and link.startswith(BINDING):
            self._press(link.removeprefix(BINDING))
        elif isinstance(link, str) and link.startswith(TAG):
            self._list(field_query("tag", link.removeprefix(TAG)))
        elif isinstance(link, str) and not is_footnote(link):
            self.open_address(link)
        elif isinstance(link, str):
            from newstui.ui.reader.footnote_links import go_to_footnote

            if not go_to_footnote(self._browser.reader, link):
                self._browser.screen.notice("nothing in this text leads to this footnote")
        elif link < len(self._links):
            self.open_address(self._links[link])

    def _press(self, binding: str) -> None:
        from newstui.ui.keys.bindings import binding_of

        screen = self._browser.screen
        screen.call_later(screen.run_action, binding_of(self._browser.app, binding).action)

    def step(self, steps: int) -> bool:
        """Selects the next link of the article, or the one before, and says where it leads; False for none."""
        from newstui.render.footnotes import is_footnote

        screen, links = self._browser.screen, self._browser.reader.controller.highlights.links
        if not links.step(steps):
            return False
        screen.refresh_bindings()
        link, key = links.link, screen.key("link-open")
        if isinstance(link, str) and is_footnote(link):
            screen.notice(f"{key}: {_way(link)}")
        elif link is not None:
            screen.notice(f"{key} opens {self._links[link] if isinstance(link, int) else link}")
        return True

    def action_pictures(self) -> None:
        """Shows the pictures that are saved beside the article, or its text alone."""
        self._browser.reader.pictures.toggle(self._browser.screen.notice)

    def action_open_selected_link(self) -> None:
        """Opens the link that is selected in the text."""
        link = self._browser.reader.controller.highlights.links.link
        if link is not None:
            self.open_link(link)

    def open_address(self, address: str) -> None:
        """Opens an address in the browser; without a browser it is copied."""
        from newstui.ui.terminal.open_url import open_address

        if open_address(self._browser.app, address):
            self._browser.screen.notice(f"opened: {address}")
        else:
            self._browser.app.copy_to_clipboard(address)
            self._browser.screen.notice(f"no browser opened it; copied: {address}")

    def action_copy_link(self) -> None:
        """Copies the address of the article, or of each that is picked, a line each."""
        if self._browser.picked_rows:
            if addresses := self._picked_addresses():
                self._browser.app.copy_to_clipboard("\n".join(addresses))
                self._browser.screen.notice(f"copied: {len(addresses):,} addresses")
        elif address := self._address:
            self._copy(address)

    def action_copy_citation(self) -> None:
        """Copies a citation of the article."""
        from newstui.domain.articles.citation import citation

        if (prepared := self._browser.reader.controller.prepared) is not None:
            self._copy(citation(prepared.article))

    def _copy(self, text: str) -> None:
        self._browser.app.copy_to_clipboard(text)
        self._browser.screen.notice(f"copied: {text}")

    def action_changes(self) -> None:
        """Shows what the publisher changed in this article."""
        from newstui.ui.screens.panels.changes import ChangesPanel

        article, notice = self._browser.state.article, self._browser.screen.notice
        try:
            texts = self._browser.desk.articles.texts_before_and_now(article) if article else None
        except NewstuiError as error:
            notice(f"{error} — {error.hint}")
            return
        if texts is None:
            notice("this article has not changed since it came")
        else:
            self._browser.app.push_screen(ChangesPanel(*texts))


def _choice(key: str, address: str, words: str, about: str) -> Choice:
    """Returns the row of an address: its words first where it has any of its own."""
    from newstui.ui.screens.panels.choose import Choice

    has_words = words not in ("", address)
    about = "  ".join(filter(None, (address if has_words else "", about)))
    return Choice(address, words if has_words else address, about, key=key)


def _way(link: str) -> str:
    """Returns what a link of a footnote does, in words."""
    from newstui.render.footnotes import BACK, NOTE

    if link.startswith(NOTE):
        return f"footnote {link.removeprefix(NOTE)}"
    return f"back from footnote {link.removeprefix(BACK)} to the text"
