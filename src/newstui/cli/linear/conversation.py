"""The conversation of linear mode: a question, an answer, and what comes of it in plain sentences.

Marks change through the same services as in the browser, and each change is announced.
"""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from newstui.cli.linear.marking import Marking
from newstui.cli.linear.open_article import OpenArticle
from newstui.cli.linear.words import COMMANDS, head_of, headline_in_words, number_of
from newstui.cli.words import nearest, quoted
from newstui.domain.errors import NewstuiError, StorageError
from newstui.domain.settings import DWELL_SECONDS
from newstui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.cli.linear.terminal import LineTerminal
    from newstui.domain.search.sort import Sort
    from newstui.domain.settings import Settings
    from newstui.services.desk import Desk

_HEADLINES = 20
"""Headlines at a time where no page has to be turned."""
_FEWEST_LINES = 4
"""Lines of an article's first page, however much stands above it."""
_NOTHING_OPEN = "No article is open. A number opens one."


class Conversation:
    """The state between two answers: a list, the place in it, and the article that is open."""

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        terminal: LineTerminal,
        query: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`query`: the first list. `clock` gives seconds. Raises QueryError."""
        self._desk, self._settings, self._terminal, self._clock = desk, settings, terminal, clock
        self._marking = Marking(desk, terminal.say)
        self._first_query = query
        self._rows: Sequence[int] = ()
        self._shown = (0, 0)
        """The headlines that were shown last: (the first, the one after the last)."""
        self._at = -1
        """The index in the list of the article that was opened last."""
        self._open: OpenArticle | None = None
        self._opened_at = 0.0
        self._acts: dict[str, Callable[[], None]] = {
            "": self._go_on, "n": self._next, "p": self._previous, "w": self._whole, "a": self._again,
            "first": self._from_first, "s": self._summary, "b": lambda: self._toggle("bookmarked"),
            "m": lambda: self._toggle("read"), "l": self._back_to_list, "u": self._marking.undo, "h": self._help,
        }  # fmt: skip
        self._find(query, settings.sort)

    def run(self, article: str | None = None) -> None:
        """Talks until the reader quits or the input ends.

        article: the id of the one that is read first; empty: the first of the list.
        """
        try:
            if article is not None and self._rows:
                self._heed(lambda: self._read_first(article))
            else:
                self._say_headlines(0)
            while (answer := self._terminal.ask(self._question())) is not None:
                self._heed_dwell()
                if answer.lower() in ("q", "quit", "exit"):
                    return
                self._heed(lambda answer=answer: self._do(answer))  # type: ignore[misc]
        finally:
            self._keep_place()

    def _heed(self, act: Callable[[], None]) -> None:
        """Acts, and says what is wrong where that fails."""
        try:
            act()
        except NewstuiError as error:
            self._terminal.say("\n".join(filter(None, (str(error), error.hint))))

    def _read_first(self, article: str) -> None:
        row = self._desk.articles.row_of(article) if article else None
        if row is not None and row not in self._rows:
            self._rows = [row, *self._rows]
        self._read(self._rows.index(row) if row is not None else 0)

    def _do(self, answer: str) -> None:
        """Does what was typed."""
        word = answer.lower()
        if not word.startswith("u"):
            self._marking.forget()
        if answer.isdecimal():
            self._open_number(answer)
        elif answer.startswith("/") or word.startswith("search "):
            self._search(answer.removeprefix("/") if answer.startswith("/") else answer[len("search ") :])
        elif act := self._acts.get(_short(word)):
            act()
        else:
            names = [name for typed, _ in COMMANDS for name in typed.split(", ")]
            near = nearest(word, names)
            self._terminal.say(f"{quoted(answer)} is not a command.{f' Did you mean {near}?' if near else ''} h: help.")

    # Headlines

    def _find(self, query: str, sort: Sort) -> None:
        self._desk.refresh()
        self._rows = self._desk.articles.listing(query, sort).rows
        self._open, self._at, self._shown = None, -1, (0, 0)

    def _say_headlines(self, first: int) -> None:
        terminal = self._terminal
        if not self._rows:
            terminal.say("There are no articles here.")
            return
        if first == 0:
            terminal.say(f"{number_of(len(self._rows), 'article')}.")
        now, left, last = datetime.now().astimezone(), terminal.lines, first
        for headline in self._desk.articles.headlines(self._rows[first : first + (left or _HEADLINES)]):
            lines = wrap(headline_in_words(last + 1, headline, now), terminal.columns)
            if left is not None and (left := left - len(lines)) < 0 and last > first:
                break
            terminal.say("\n".join(lines))
            last += 1
        self._shown = (first, last)

    def _search(self, words: str) -> None:
        query = words.strip()
        self._keep_place()
        rows = self._rows
        self._desk.articles.parsed(query)
        self._find(query or self._first_query, "rank" if query else self._settings.sort)
        if query and not self._rows:
            self._rows = rows
            self._terminal.say(f"No article matches {quoted(query)}. The list is as before.")
            return
        self._say_headlines(0)

    def _back_to_list(self) -> None:
        self._keep_place()
        self._open = None
        is_shown = self._shown[0] <= self._at < self._shown[1]
        self._say_headlines(self._shown[0] if is_shown or self._at < 0 else self._at)

    # Articles

    def _open_number(self, typed: str) -> None:
        number = int(typed[:12])
        if 1 <= number <= len(self._rows):
            self._read(number - 1)
        else:
            self._terminal.say(f"There is no article {typed[:12]}: the list has {len(self._rows):,}.")

    def _read(self, index: int) -> None:
        """Reads an article from where it was left. Raises NewstuiError."""
        self._keep_place()
        desk, terminal = self._desk, self._terminal
        self._at, self._open = index, None
        ids = desk.articles.ids(self._rows[index : index + 1])
        if not ids:
            raise StorageError("this article is gone", hint="/ lists what is there now")
        id_ = ids[0]
        article, mark = desk.articles.read(id_), desk.marks.of(id_)
        width = min(self._settings.text_width, terminal.columns)
        opened = OpenArticle(article, width)
        head = [f"Article {index + 1:,} of {len(self._rows):,}."]
        for text in head_of(article, mark, datetime.now().astimezone()):
            head += wrap(text, width)
        if mark.position > 0.01 and not mark.read:
            opened.go_to(mark.position)
            head.append(f"Goes on where you stopped, at {mark.position:.0%}; first: from the start.")
        terminal.say("\n".join([*head, ""]))
        self._open, self._opened_at = opened, self._clock()
        if self._settings.mark_read == "open":
            self._marking.set_read(article)
        self._say_page(terminal.lines and max(_FEWEST_LINES, terminal.lines - len(head)))

    def _say_page(self, lines: int | None) -> None:
        if self._open is None:
            return
        page = self._open.next_page(lines)
        self._terminal.say("\n".join(page) or "This article has no text.")
        if self._open.is_at_end:
            self._terminal.say("End of the article.")
            if self._settings.mark_read in ("dwell", "end"):
                self._marking.set_read(self._open.article)

    def _go_on(self) -> None:
        if self._open is not None and not self._open.is_at_end:
            self._say_page(self._terminal.lines)
        elif self._open is not None:
            index = self._desk.articles.next_unread(self._rows, self._at + 1)
            if index is None:
                self._terminal.say("No unread article is left below. l: the headlines.")
            else:
                self._read(index)
        elif self._shown[1] < len(self._rows):
            self._say_headlines(self._shown[1])
        else:
            self._terminal.say("These were all headlines. first: from the first one.")

    def _next(self) -> None:
        if self._at + 1 < len(self._rows):
            self._read(self._at + 1)
        else:
            self._terminal.say("This is the last article.")

    def _previous(self) -> None:
        if self._at > 0:
            self._read(self._at - 1)
        else:
            self._terminal.say("This is the first article.")

    def _whole(self) -> None:
        if self._open is None or self._open.is_at_end:
            self._terminal.say("Nothing is left to read here.")
        else:
            self._say_page(None)

    def _again(self) -> None:
        if self._open is None:
            self._say_headlines(self._shown[0])
        else:
            self._open.repeat()
            self._say_page(self._terminal.lines)

    def _from_first(self) -> None:
        if self._open is None:
            self._say_headlines(0)
        else:
            self._open.go_to(0.0)
            self._say_page(self._terminal.lines)

    def _summary(self) -> None:
        if self._open is None:
            self._terminal.say(_NOTHING_OPEN)
            return
        summary = self._desk.summaries.of(self._open.article, self._settings.summary_sentences)
        self._terminal.say(f"Summary, {number_of(len(summary.sentences), 'sentence')}:")
        for sentence in summary.sentences:
            self._terminal.say("\n".join(wrap(sentence, min(self._settings.text_width, self._terminal.columns))))

    # Marks

    def _toggle(self, field: str) -> None:
        if self._open is None:
            self._terminal.say(_NOTHING_OPEN)
        else:
            self._marking.toggle(self._open.article, field)

    def _heed_dwell(self) -> None:
        """Marks an article read that was open for a while, where the settings say so."""
        is_long = self._clock() - self._opened_at >= DWELL_SECONDS
        if self._open is not None and is_long and self._settings.mark_read == "dwell":
            self._opened_at = float("inf")  # once: it may be marked unread again
            self._marking.set_read(self._open.article)

    def _keep_place(self) -> None:
        if self._open is not None:
            self._desk.marks.set("position", [self._open.article.id], self._open.position)

    # Questions

    def _question(self) -> str:
        if self._open is not None:
            if self._open.is_at_end:
                return "Enter: the next unread, n: next, l: list, h: help."
            return f"{self._open.progress:.0%}. Enter: read on, n: next, l: list, h: help."
        first, last = self._shown
        if not self._rows:
            return "/ WORDS: search, q: quit, h: help."
        more = "Enter: more, " if last < len(self._rows) else ""
        return f"{first + 1:,} to {last:,} of {len(self._rows):,}. Number: read, {more}h: help."

    def _help(self) -> None:
        width = max(len(typed) for typed, _ in COMMANDS) + 2
        for typed, about in COMMANDS:
            self._terminal.say(f"{typed:{width}}{about}")


def _short(word: str) -> str:
    """Returns the key of what was typed: `b` for `bookmark`; other words stay as they are."""
    for typed, _ in COMMANDS:
        names = typed.split(", ")
        if word in names[1:]:
            return names[0]
    return {"?": "h", "enter": "", "more": ""}.get(word, word)
