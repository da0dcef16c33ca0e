"""What a site adds to the words of an article is left out."""

from __future__ import annotations

import pytest

from newstui.formats.web_page.extract import extract
from tests.formats.web_page.ferry import STORY, article, page, story


@pytest.mark.parametrize(
    "html",
    [
        "<p>Read also: <a href=/tower>Another town builds a tower</a></p>",
        "<a href=/tower><div>Leggi anche</div><div>Another town builds a tower in its harbour</div></a>",
        "<p><a href=/apps><strong>GET THE COURIER ON YOUR TELEPHONE</strong></a></p>",
        "<p>Tags: <a href=/t/sea>sea</a>, <a href=/t/boats>boats</a></p>",
        "<p>https://courier.example/news/ferry</p>",
        "<p>Also on courier.example: <a href=/tower>Another town builds a tower</a></p>",
        "<a href=/ferry#comments>157</a>",
        "<p><a href=#respond>Leave a comment</a></p>",
        "<p>関連記事 <a href=/tower>A tower</a></p>",
    ],
)
def test_calls_to_read_something_else_are_left_out(html: str) -> None:
    assert article(html).body == "\n\n".join(STORY)


def test_a_call_to_read_what_is_no_page_of_the_site_is_kept() -> None:
    assert "letters of Ida" in article("<p>Read also: <a href=//l.org/>the letters of Ida</a></p>").body


def test_the_date_above_an_article_is_not_text() -> None:
    assert extract(page(f"<p class=datum>08.04.2015 12:46</p>{story()}")).body.startswith(STORY[0])
