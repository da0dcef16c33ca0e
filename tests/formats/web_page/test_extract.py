"""The article is taken out of its page: each element, and nothing of the site around. Nothing is silently empty."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.text.clean import clean
from newstui.formats.web_page.extract import extract
from newstui.formats.web_page.saved_page import read_page
from tests.formats.web_page.ferry import STORY, URL, article, page, story


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h2>At the pier</h2>", "## At the pier"),
        ("<ul><li>One boat left the harbour<li>Two boats came back to it</ul>",
         "- One boat left the harbour\n- Two boats came back to it"),
        ("<blockquote><p>We shall miss the sound of its horn in the fog.</p></blockquote>",
         "> We shall miss the sound of its horn in the fog."),
        ("<pre><code class=language-python>print('ferry')\nprint('bridge')</code></pre>",
         "```python\nprint('ferry')\nprint('bridge')\n```"),
        ("<table><tr><th>Year</th><th>Passengers</th></tr><tr><td>1990</td><td>40,000</td></tr></table>",
         "| Year | Passengers |\n| --- | --- |\n| 1990 | 40,000 |"),
        ("<p>There is <a href=/more>more about the bridge</a> and its long way to the other side of the bay.</p>",
         "[more about the bridge](https://courier.example/more)"),
        ("<p>The mayor called it <em>a loss</em> and <strong>a beginning</strong> for all who live by the bay.</p>",
         "*a loss* and **a beginning**"),
        ("<figure><img src=/boat.jpg alt='The boat'><figcaption>The boat at noon</figcaption></figure>",
         "![The boat](https://courier.example/boat.jpg)\n\nThe boat at noon"),
    ],
)  # fmt: skip
def test_each_element_of_an_article_is_kept(html: str, markdown: str) -> None:
    body = article(html).body
    assert markdown in body
    assert all(each in body for each in STORY)


def test_a_page_without_an_article_is_kept_whole_and_marked_as_whole() -> None:
    html = f"<body><div id=comments>{' '.join(STORY)} <a href=/more>More</a></div>"
    found = extract(html.encode(), URL)
    assert found.is_whole_page
    assert found.body == f"{' '.join(STORY)} [More](https://courier.example/more)"


@pytest.mark.parametrize(
    "raw", [b"", b" ", b"<html></html>", b"<!-- -->", b"<frameset></frameset>", b"\xff\xfe", b"\0"]
)
def test_an_empty_page_has_an_empty_body(raw: bytes) -> None:
    found = extract(raw)
    assert found.body == ""
    assert found.is_whole_page


def test_a_short_page_is_its_text() -> None:
    assert extract(b"<p>Only this.").body == "Only this."


def test_an_article_that_is_in_json_ld_only_is_read() -> None:
    text = " ".join(STORY)
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{text}"}}</script>'
    found = extract(f"<html><head>{data}</head><body><div id=app></div></body></html>".encode())
    assert found.body == text
    assert not found.is_whole_page


def test_a_page_is_read_in_the_encoding_of_its_header_before_that_of_its_meta() -> None:
    html = "<meta charset=windows-1252><p>Новости с берега, где паром ушёл в последний раз.</p>".encode("cp1251")
    assert "Новости" in extract(html, content_type="text/html; charset=windows-1251").body
    html = "<?xml version='1.0' encoding='windows-1251'?><html><p>Новости с берега".encode("cp1251")
    assert "Новости" in extract(html).body


def test_one_nul_does_not_empty_a_page() -> None:
    found = extract(page(story()).replace(b"grey", b"gr\0ey"), URL)
    assert found.body == "\n\n".join(STORY)


def test_hostile_links_lead_nowhere() -> None:
    links = "<a href='javascript:x()'>one</a> <a href='java&#10;script:x'>two</a> <a href='file:///etc'>three</a>"
    body = article(f"<p>Here are {links}, and more words that go on for a while in this line.</p>").body
    assert "Here are one two three, and" in body


def test_a_very_deep_page_is_read() -> None:
    deep = "<div>" * 300 + story() + "</div>" * 300
    assert all(each in extract(page(deep)).body for each in STORY)
    assert "deep words" in extract(("<b><div>" * 20_000 + "deep words").encode()).body


def test_a_page_of_more_elements_than_any_article_has_is_kept_whole() -> None:
    found = extract(b"<p>a <b>b</b> c</p>" * 20_000)
    assert found.is_whole_page
    assert found.body.startswith("a **b** c")


def test_a_page_of_four_million_characters_is_read() -> None:
    found = extract(page("<p>" + "word " * 1_000_000))
    assert 100_000 < len(found.body) <= 4 * 1024 * 1024


def test_the_lead_image_has_its_caption() -> None:
    figure = "<figure><img src='/boat.jpg?w=9'><figcaption>The boat at noon.</figcaption></figure>"
    found = article(figure, "<meta property=og:image content='/boat.jpg'>")
    assert found.image == "https://courier.example/boat.jpg"
    assert found.caption == "The boat at noon."
    assert article("<figure><figcaption>No image</figcaption></figure>").caption is None


def test_date_and_author_of_a_page_are_read() -> None:
    found = article("", "<meta name=author content='By A. Author'><meta name=date content='2024-05-01T10:00:00Z'>")
    assert found.author == "A. Author"
    assert found.published == datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert found.lang == "en-gb"


PIECES = st.lists(
    st.sampled_from(
        [
            "<p>", "</p>", "<article>", "</article>", "<div class=share>", "<nav>", "<table><tr><td>", "<li>", "<h1>",
            "<h2>", "<a href=/x>", "<img src=y>", "<figure>", "<figcaption>", "</script>",
            "<script type='application/ld+json'>{", "<title>", "<base href='http://[x'>",
            "<meta name=author content=x>",
            "<link rel=canonical href=http://[>",
            "<time datetime=2024>", "<style>", "<template>", "<!--", "-->", "\0", "\xff", "<html hidden>",
            "<body hidden>", "Some words that are long enough to be the sentence of an article. ", "one two three ",
            "<pre>", "<noscript>",
        ]
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(PIECES)
def test_no_page_crashes_and_every_text_is_clean(pieces: list[str]) -> None:
    found = extract("".join(pieces).encode("latin-1"), URL)
    for text in (found.body, found.title or "", found.author or "", found.source or "", found.summary or ""):
        assert clean(text) == text
    assert found.body or found.is_whole_page


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, URL, "http://[x", "nonsense"]), st.text(max_size=30))
def test_no_bytes_crash(raw: bytes, url: str | None, content_type: str) -> None:
    extract(raw, url, content_type)


def test_a_template_that_states_another_language_is_not_believed() -> None:
    german = "<p>Die Regierung kündigte am Montag neue Maßnahmen zur Unterstützung der Landwirtschaft im Norden an.</p>"
    raw = f"<html lang=en><title>Maßnahmen</title><article>{german * 6}</article></html>".encode()
    assert extract(raw).lang == "de"
    assert read_page(raw.decode()).metadata.lang == "de"
