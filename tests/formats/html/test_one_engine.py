"""The same HTML gives the same Markdown, whether it comes as a page, from a feed or as a file of the library."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from newstui.formats.articles.parse import parse_article
from newstui.formats.feeds.entries import markdown_of_each
from newstui.formats.saved.read import articles_of
from newstui.formats.web_page.extract import extract

URL = "https://e.org/news/1"
TEXT = "The harbour was quiet and the boats lay still in the morning fog, the mayor said on Monday."
PIECES = {
    "table": "<table><caption>Sizes</caption><tr><th>Name<th>Metres<tr><td>Anna<td>12<tr><td>Berta<td>9</table>",
    "nested list": "<ul><li>ferries that run<ol start=3><li>to the north<li>to the south</ol><li>fishing boats</ul>",
    "marks": "<p>Ten <b>big</b><b>ger</b> <i>boats</i> weigh 10<sup>6</sup> kg, <code>a*b</code> says <q>it</q>.</p>",
    "links": "<p>Read <a href='/log (1)'>the log</a> of all ferries, and <a href=x><h3>a heading of it</h3></a></p>",
    "code": "<pre class='language-py'>def boats():<br>    return 12</pre>",
    "quotation": "<blockquote><p>We had no choice, the mayor said.<p>The quay is not safe.</blockquote>",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_html_becomes_the_same_markdown_wherever_it_comes_from(piece: str) -> None:
    content = f"<p>{TEXT}</p>{piece}<p>{TEXT.replace('quiet', 'loud')}</p>"
    page = (
        f"<!doctype html><title>Boats</title><link rel=canonical href={URL}><body><nav>Menu</nav>"
        f"<article>{content}</article><footer>Imprint</footer>"
    ).encode()
    (in_feed,) = markdown_of_each(json.dumps([[content, URL]]))
    assert in_feed.startswith(TEXT)
    assert parse_article(page, "a.html", datetime(2024, 5, 1, tzinfo=UTC)).body == in_feed
    assert extract(page, URL).body == in_feed
    (saved,) = articles_of(page, "a.html")
    assert saved.incoming.body == in_feed
