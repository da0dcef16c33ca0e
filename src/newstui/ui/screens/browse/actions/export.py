"""Export actions: write the article or the list to a file or a folder, and pipe the article to a command."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.ui.errors import toast
from newstui.ui.keys.in_turn import answer_in_thread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newstui.domain.articles.article import Article
    from newstui.services.tasks.queue import TaskQueue
    from newstui.ui.screens.browse.browser import Browser

_HIGHLIGHTS = "highlights"
_ABOUT_SHEET = "One Markdown file of what you highlighted and noted, with sources and links."
_ABOUT = "A name that ends with .html, .epub or .jsonl is a file; any other is a folder of Markdown."


class ExportActions:
    """Actions that take articles out of newstui."""

    def __init__(self, browser: Browser, tasks: TaskQueue) -> None:
        self._browser, self._tasks = browser, tasks
        self._last_command = ""

    def action_export(self) -> None:
        """Asks what to export: the article, or all of the list."""
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        headline, number = self._browser.headline, self._browser.headlines.listing.number
        if not number:
            self._browser.screen.notice("there is nothing here to export")
            return
        article = [Choice("article", "this article", headline.title)] if headline else []
        picked = len(self._browser.state.picked)
        picks = [Choice("picked", "what is picked", f"{picked:,} article{'s' * (picked != 1)}")] if picked else []
        choices = [*picks, *article, Choice("list", "all of this list", f"{number:,} article{'s' * (number != 1)}")]
        choices.append(
            Choice(_HIGHLIGHTS, "your highlights and notes", "of what is picked" if picks else "of this list")
        )
        self._browser.app.push_screen(ChoicePanel("Export …", choices, enter="asks where to"), self._ask_for_target)

    def _ask_for_target(self, what: str | None) -> None:
        from newstui.ui.screens.panels.prompt import Prompt

        if what is not None:
            is_sheet = what == _HIGHLIGHTS
            prompt = "~/highlights.md" if is_sheet else "~/paper.epub, page.html, list.jsonl, or a folder"
            panel = Prompt("Export to", prompt=prompt, about=_ABOUT_SHEET if is_sheet else _ABOUT, enter="exports")
            rows, picked = list(self._browser.headlines.listing.all_rows), self._browser.state.picked
            headline = self._browser.headline
            if what == "article" and headline is not None:
                rows = [headline.row]
            elif picked and what != "list":
                rows = [row for row in rows if row in picked]
            name = headline.title if what == "article" and headline else self._browser.state.section
            form = _HIGHLIGHTS if is_sheet else ""
            self._browser.app.push_screen(panel, partial(self._export, rows, name, form))

    def _export(self, rows: list[int], name: str, form: str, target: str | None) -> None:
        if target:
            work = partial(self._start, rows, name, form, target)
            answer_in_thread(self._browser.screen, work, group="exporting", exclusive=False)

    def _start(self, rows: list[int], name: str, form: str, target: str) -> None:
        """Looks the articles up, in a thread, and starts the task."""
        ids = self._browser.desk.articles.ids(rows)
        self._browser.app.call_from_thread(self._tasks.export, target, form, ids, name)

    def action_pipe(self) -> None:
        """Asks for a command, and gives it the article, or all that are picked, one after the other."""
        from newstui.services.pipe import piped, piped_together

        prepared, rows = self._browser.reader.controller.prepared, self._browser.picked_rows
        if rows:
            what = f"{len(rows):,} articles" if len(rows) > 1 else "the picked article"
            self._ask_for_command(what, "them", lambda command: piped_together(self._articles(rows), command))
        elif prepared is not None:
            self._ask_for_command("this article", "the article", partial(piped, prepared.article))

    def _articles(self, rows: Sequence[int]) -> Iterator[Article]:
        """Gives the articles of rows with their texts; one that cannot be read is left out."""
        articles = self._browser.desk.articles
        for article in articles.ids(rows):
            with suppress(NewstuiError):
                yield articles.read(article)

    def _ask_for_command(self, what: str, it: str, run: Callable[[str], int]) -> None:
        from newstui.ui.screens.panels.prompt import Prompt

        about = f"It gets {it} as Markdown, and has the terminal until it ends."
        panel = Prompt(f"Pipe {what} to", self._last_command, prompt="less, wc -w, lp …", about=about, enter="runs it")
        self._browser.app.push_screen(panel, partial(self._pipe, run))

    def _pipe(self, run: Callable[[str], int], command: str | None) -> None:
        from textual.app import SuspendNotSupported

        if not command:
            return
        self._last_command = command
        try:
            with self._browser.app.suspend():
                status = run(command)
                input("\n— Enter leads back to newstui ")
        except SuspendNotSupported:
            self._browser.screen.notice("this terminal cannot be lent to a command")
            return
        except NewstuiError as error:
            toast(self._browser.app, str(error), error.hint)
            return
        except (EOFError, KeyboardInterrupt):
            status = 0
        self._browser.screen.notice(f"{command} ended" + (f" with status {status}" if status else ""))
