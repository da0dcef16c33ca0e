"""The link cursor: from link to link of a page, there and back."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from newstui.render.keys import BINDING
from newstui.render.layout import Layout
from newstui.render.line import Line, Neighbours, Span
from newstui.render.page import Page, PageEnd
from newstui.ui.reader.link_cursor import LinkCursor

if TYPE_CHECKING:
    from newstui.render.line import Link

TEXT = "A [first one](https://a.b/1) and a note[^n].\n\n" + "Words.\n\n" * 40 + "![Map](https://a.b/2)\n\n[^n]: Note."
HEAD = [Line((Span("s summary", "hint", f"{BINDING}summary"),)), Line((Span("Its page", "link", "https://a.b"),))]


def page_of(text: str, head: list[Line], width: int = 40) -> Page:
    layout = Layout(text, width)
    layout.extend()
    return Page(head, layout, PageEnd(Neighbours(), layout.links, width, keys=str))


class View(SimpleNamespace):
    """What the cursor needs of a view: ten lines of a page."""

    @property
    def scroll_offset(self) -> SimpleNamespace:
        return SimpleNamespace(y=self.top)

    def scroll_to(self, *, y: int, **_: object) -> None:
        self.top = max(0, y)


def view_of(page: Page) -> Any:
    return View(lines=page, top=0, size=SimpleNamespace(height=10))


def steps(cursor: LinkCursor, step: int) -> list[Link | None]:
    links = []
    while cursor.step(step):
        links.append(cursor.link)
    return links


def test_each_link_of_an_article_is_reached_once_and_no_key_is_taken_for_one() -> None:
    view = view_of(page_of(TEXT, HEAD))
    cursor = LinkCursor(view, lambda: None)
    there = steps(cursor, 1)
    assert there == ["https://a.b", 0, "note n", 1, "back n"]
    assert cursor.link is None
    assert steps(cursor, -1) == []
    for _ in there:
        cursor.step(1)
    assert steps(cursor, -1) == there[-2::-1]


def test_a_link_over_two_lines_is_one_and_lit_on_both() -> None:
    cursor = LinkCursor(view_of(page_of("[many words that go on](https://a.b/1)", [], 12)), lambda: None)
    cursor.step(1)
    assert [len(cursor.on_line(line)) > 0 for line in range(4)] == [True, True, True, False]
    assert not cursor.step(1)


def test_the_next_link_is_looked_for_from_what_is_in_view() -> None:
    view = view_of(page_of(TEXT, HEAD))
    cursor = LinkCursor(view, lambda: None)
    cursor.step(1)
    view.top = 30
    assert cursor.link is None
    assert not cursor.step(1)
    view.top = len(view.lines) - 10
    assert cursor.step(1)
    assert cursor.link == 1


def test_a_link_stays_selected_where_only_the_head_is_another() -> None:
    view = view_of(page_of(TEXT, []))
    cursor = LinkCursor(view, lambda: None)
    cursor.step(1)
    assert cursor.on_line(0)
    longer = Page(HEAD, view.lines.body, ())
    cursor.shown(longer)
    assert cursor.on_line(2) and not cursor.on_line(0)
    cursor.shown(page_of("Other.", []))
    assert cursor.link is None
