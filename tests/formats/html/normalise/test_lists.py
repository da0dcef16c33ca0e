"""Lists keep their ticks, and their numbers as the page shows them."""

from __future__ import annotations

import pytest

from newstui.formats.html.to_markdown import markdown_of


def test_tasks_keep_their_ticks() -> None:
    html = "<ul><li><label><input type=checkbox checked> done</label><li><p><input type=checkbox> open</p></ul>"
    assert markdown_of(html).replace("\n\n", "\n") == "- [x] done\n- [ ] open"
    drawn = "<ul><li><i role=checkbox aria-checked=true></i> done<li><i role=checkbox aria-checked=false></i> open</ul>"
    assert markdown_of(drawn) == "- [x] done\n- [ ] open"
    assert markdown_of("<p><input type=checkbox> I agree <input value=x></p>") == "I agree"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol start=5><li>a<li>b</ol>", "5. a\n6. b"),
        ("<ol><li value=10>a<li>b</ol>", "10. a\n11. b"),
        ("<ol><li>a<li value=7>b</ol>", "- 1.\u2007a\n- 7.\u2007b"),
        ("<ol reversed><li>a<li>b</ol>", "- 2.\u2007a\n- 1.\u2007b"),
        ("<ol type=a start=26><li>a<li>b</ol>", "- z.\u2007a\n- aa.\u2007b"),
        ("<ol type=I start=4><li>a<li>b</ol>", "- IV.\u2007a\n- V.\u2007b"),
        ("<ol start=-1><li>a</ol>", "- -1.\u2007a"),
        ("<ol start=x type=q><li>a</ol>", "1. a"),
    ],
)
def test_numbers_are_as_the_page_shows_them(html: str, expected: str) -> None:
    assert markdown_of(html).replace("\\", "") == expected
