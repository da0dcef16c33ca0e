"""Only the pictures of an article stay with it."""

from __future__ import annotations

from newstui.formats.web_page.extract import extract
from tests.formats.web_page.ferry import STORY, URL, article, page, story


def test_comments_are_left_out() -> None:
    comment = "<div class=comment><p>I was there and it rained.</p></div>"
    comments = f"<div id=comments class=comments><h3>Comments</h3>{comment}</div>"
    assert extract(page(story() + comments), URL).body == "\n\n".join(STORY)


def test_pictures_of_other_stories_are_left_out() -> None:
    card = "<img src=/other.jpg><p>" + "Words about another story that stand beside its picture. " * 12 + "</p>"
    body = article(f"<div class=related><a href=/x>{card}</a></div><img src=/dot.gif width=1>").body
    assert "![" not in body
