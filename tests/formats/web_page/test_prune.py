"""Only the pictures of an article stay with it."""

from __future__ import annotations

import pytest

from newstui.formats.web_page.extract import extract
from tests.formats.web_page.ferry import STORY, URL, article, page, story


def test_comments_are_left_out() -> None:
    comment = "<div class=comment><p>I was there and it rained.</p></div>"
    comments = f"<div id=comments class=comments><h3>Comments</h3>{comment}</div>"
    assert extract(page(story() + comments), URL).body == "\n\n".join(STORY)


def test_an_empty_cell_keeps_its_place() -> None:
    table = "<table><tr><th>A<th>B<th>C<tr><td>1<td></td><td>3<tr><td></td><td></td><td>9</table>"
    assert "| A | B | C |\n| --- | --- | --- |\n| 1 |  | 3 |\n|  |  | 9 |" in article(table).body


@pytest.mark.parametrize(
    ("below", "shown"),
    [
        ("<figure><img src=/a.jpg><figcaption>The quay</figcaption></figure>", True),
        ("<p><img src=/a.png alt='Boats by year'></p>", True),
        ("<div class=wp-caption><img src=/a.png><p class=wp-caption-text>Boats</p></div>", True),
        ("<img class=avatar src=/ida.jpg>", False),
        ("<img src=/icon.png width=32>", False),
        ("<p><a href=/shop><img src=/banner.png></a></p>", False),
        ("<figure><img src=/a.jpg><figcaption><a href=/shop>Subscribe</a></figcaption></figure>", False),
        ("<p>Tags: sea</p><div class=related><img src=/other.jpg></div>", False),
    ],
)
def test_a_picture_below_the_last_paragraph_ends_the_article(below: str, shown: bool) -> None:
    assert ("![" in extract(page(story() + below), URL).body) is shown


def test_a_figure_keeps_its_words_whatever_holds_them() -> None:
    words = (
        "<div class=caption-wrapper><img src=/lock.jpg><h4>The lock</h4><div>Drawn by <a href=/ida>Ida</a></div></div>"
    )
    body = article(f"<figure>{words}</figure>").body
    assert (
        "![](https://courier.example/lock.jpg)\n\n#### The lock\n\nDrawn by [Ida](https://courier.example/ida)" in body
    )


def test_links_below_a_picture_are_no_caption() -> None:
    body = article("<figure><img src=/lock.jpg><div><a href=/s>Share</a></div></figure>").body
    assert "lock.jpg" in body
    assert "Share" not in body


def test_pictures_of_other_stories_are_left_out() -> None:
    card = "<img src=/other.jpg><p>" + "Words about another story that stand beside its picture. " * 12 + "</p>"
    body = article(f"<div class=related><a href=/x>{card}</a></div><img src=/dot.gif width=1>").body
    assert "![" not in body


def test_a_picture_that_opens_in_a_viewer_stays_with_its_caption() -> None:
    picture = "<img src=/a.jpg alt=Quay><figcaption>The quay</figcaption>"
    shown = "![Quay](https://courier.example/a.jpg)\n\nThe quay"
    assert shown in article(f"<figure class=wp-lightbox-container>{picture}</figure>").body
    assert "![Quay]" in article("<figure><a class=lightbox href=/b.jpg><img src=/a.jpg alt=Quay></a></figure>").body


def test_the_caption_of_several_pictures_is_kept() -> None:
    inner = "".join(f"<figure><img src=/{n}.jpg><figcaption>Quay {n}</figcaption></figure>" for n in (1, 2))
    body = article(f"<figure>{inner}<figcaption>Both quays</figcaption></figure>").body
    assert [body.count(each) for each in ("Quay 1", "Quay 2", "Both quays")] == [1, 1, 1]


def test_an_empty_line_of_numbered_code_stays() -> None:
    rows = "".join(
        f"<tr><td data-line-number={n}></td><td class=blob-code>{x}</td></tr>" for n, x in enumerate(("a", "", "b"))
    )
    assert "```\na\n\nb\n```" in article(f"<table>{rows}</table>").body
