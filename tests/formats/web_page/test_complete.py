"""An article is whole, and without the boilerplate in it."""

from __future__ import annotations

import pytest

from newstui.formats.web_page.extract import extract
from tests.formats.web_page.ferry import STORY, URL, article, page, story


def test_an_article_is_its_paragraphs_without_its_title() -> None:
    found = article()
    assert found.body == "\n\n".join(STORY)
    assert found.title == "The last ferry"
    assert not found.is_whole_page


@pytest.mark.parametrize(
    "html",
    [
        "<div class=share-buttons><a href=/s>Share on the network</a> <a href=/t>Send by mail</a></div>",
        "<aside><h3>Related stories</h3><ul><li><a href=/x>Another town builds a bridge</a></ul></aside>",
        "<div class=newsletter><p>Sign up for our letter and never miss what happens at the harbour.</p></div>",
        "<div class=cookie-notice><p>We use cookies to make this site better for you and for us.</p></div>",
        "<p>Advertisement</p>",
        "<div hidden><p>This paragraph is hidden from all who read the page with their eyes.</p></div>",
        "<p style='display: none'>This paragraph is hidden from all who read the page with their eyes.</p>",
        "<p aria-hidden=true>This paragraph is hidden from all who listen to the page with their ears.</p>",
        "<script>var words = 'these are words of a program and not of the article';</script>",
    ],
)
def test_boilerplate_is_left_out(html: str) -> None:
    assert article(html).body == "\n\n".join(STORY)


def test_a_paragraph_of_the_article_is_kept_whatever_its_element_is_called() -> None:
    more = "The rest of what is known about the ferry stands in an element that a script opens, " * 2
    assert more.strip() in article(f"<div class=read-more><p>{more}</p></div>").body


def test_an_article_that_an_advertisement_parts_is_kept_whole() -> None:
    more = [
        f"Paragraph {number} goes on about the bridge and the boat for a good number of words." for number in range(8)
    ]
    chunks = [
        f"<div class=chunk><p>{one}</p><p>{two}</p></div>" for one, two in zip(more[::2], more[1::2], strict=True)
    ]
    body = "<div class=ad><p>Advertisement</p></div>".join(chunks)
    assert extract(page(f"<div class=body>{body}</div>"), URL).body == "\n\n".join(more)


def test_a_first_paragraph_without_an_element_is_kept() -> None:
    first = "HARBOUR (AP) - The boat that has crossed the bay each morning since the war sails today for the last time."
    links = "".join(f"<li><a href=/{n}>Another story about boats</a></li>" for n in range(5))
    html = f"<div><div class=related><ul>{links}</ul></div>{first}{story()}</div>"
    head = f"<meta name=description content='{first[20:]}'>"
    assert extract(page(html, head), URL).body.startswith("HARBOUR")


@pytest.mark.parametrize("sign", ["* * *", "…", "⁂", "🎉"])
def test_a_line_without_words_parts_two_paragraphs(sign: str) -> None:
    picture = "<figure><img src=/quay.jpg><figcaption>The quay</figcaption></figure>"
    body = article(f"<p>{sign}</p>{picture}<p>Another part of the story begins on the morning after it.</p>").body
    assert sign in body.replace("\\", "")


def test_what_parts_a_date_from_a_name_goes() -> None:
    assert "•" not in article("<div><span>•</span></div>").body


def test_cells_without_words_stay() -> None:
    table = "<table><tr><th>Plan<th>Free<th>Paid<tr><td>Mail<td>✓<td>✗<tr><td>News<td>—<td>★★★</table>"
    assert "| Mail | ✓ | ✗ |\n| News | — | ★★★ |" in article(table).body
