"""Files become articles: any bytes, any name."""

from __future__ import annotations

import codecs
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.articles.article import Article
from newstui.domain.text.clean import clean, count_words, one_line
from newstui.formats.articles.parse import EMPTY, SUFFIXES, parse_article
from newstui.formats.text.decode import MAX_BYTES

MODIFIED = datetime(2024, 5, 1, 10, tzinfo=UTC)


def article(text: str | bytes, path: str = "Courier/a-quiet-day.md") -> Article:
    return parse_article(text if isinstance(text, bytes) else text.encode(), path, MODIFIED)


def test_front_matter_and_text_become_an_article() -> None:
    found = article(
        "---\ntitle: Boats return\nsource: Courier\nauthor: A. Author\ndate: 2024-04-30\nurl: https://e.org/b\n"
        "tags: [sea]\nsummary: Short.\nlang: en\nid: boats\nmood: calm\n---\n"
        "\n# Boats *return*!\n\nFour words of text.\n"
    )
    assert found == Article(
        id="boats",
        title="Boats return",
        source="Courier",
        published=datetime(2024, 4, 30, tzinfo=UTC),
        body="Four words of text.\n",
        words=4,
        path="Courier/a-quiet-day.md",
        author="A. Author",
        url="https://e.org/b",
        tags=("sea",),
        summary="Short.",
        lang="en",
        extra=(("mood", "calm"),),
    )


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# Head\n\nText.", "Head", "Text."),
        ("\n \n### Head ###\nText.", "Head", "Text."),
        ("Head\n====\nText.", "Head", "Text."),
        ("Head\n---\n\nText.", "Head", "Text."),
        ("# *A* **b** [c](http://x) `d` ![e](f) \\* &amp; <b>g</b> _h_ i_j", "A b c d e * & g h i_j", ""),
        ("#\n\nText.", "Text.", "#\n\nText."),
        ("#hashtag day\n\nText.", "#hashtag day", "#hashtag day\n\nText."),
        ("Text.\n\n## Part\n\n# Head\n\nMore.", "Head", "Text.\n\n## Part\n\n# Head\n\nMore."),
        ("Text.\n\nHead\n===\n", "Head", "Text.\n\nHead\n==="),
        ("Text.\n\n```\n# no head\n```\n## Part", "Text.", "Text.\n\n```\n# no head\n```\n## Part"),
        ("- item *one*\n- two", "item one", "- item *one*\n- two"),
        ("![](x.jpg)\n\n***\n\n> Said so.", "Said so.", "![](x.jpg)\n\n***\n\n> Said so."),
        ("    code\n\nText", "code", "    code\n\nText"),
        ("***", "A quiet day", "***"),
        ("word " * 60, "word " * 22 + "word…", "word " * 60),
        ("---\ntitle: Other\n---\n# Head\nText.", "Other", "# Head\nText."),
        ("---\ntitle: Head\n---\nHead\n====\nText.", "Head", "Text."),
        ("# " + "x" * 500, "x" * 299 + "…", ""),
        ("---\ntitle: " + "x" * 500 + "\n---\nText.", "x" * 299 + "…", "Text."),
    ],
)
def test_the_title_of_markdown(text: str, title: str, body: str) -> None:
    found = article(text)
    assert (found.title, found.body) == (title, body)


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("A title\n\nText.", "A title", "Text."),
        ("A title\n=======\nText.", "A title", "Text."),
        (
            "A title\nA much longer line that is the text of it.",
            "A title",
            "A much longer line that is the text of it.",
        ),
        (
            "A title.\nA much longer line that is the text of it.",
            "A title.",
            "A title.\\\nA much longer line that is the text of it.",
        ),
        ("A short line\nand another", "A short line", "A short line\\\nand another"),
        ("Dear reader,\n\nText.", "Dear reader,", "Dear reader,\n\nText."),
        ("Only one line.", "Only one line.", "Only one line."),
        ("A sentence. " * 9 + "\n\nText.", ("A sentence. " * 9).strip(), None),
        ("---\ntitle: A title\n---\na TITLE\n\nText.", "A title", "Text."),
        ("---\ntitle: Other\n---\nA title\n\nText.", "Other", "A title\n\nText."),
        ("[b]Title[/b] *x*\n\nText.", "[b]Title[/b] *x*", "Text."),
    ],
)
def test_the_title_of_plain_text(text: str, title: str, body: str | None) -> None:
    found = article(text, "a.txt")
    assert found.title == title
    assert body is None or found.body == body


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("## Part\n\nWords.", "How to sail", "## Part\n\nWords."),
        ("Words at once.", "How to sail", "Words at once."),
        ("# Sailing\n\nWords.", "Sailing", "Words."),
        ("Words.\n\n# Sailing\n", "Sailing", "Words.\n\n# Sailing"),
        ("---\ntitle: Boats\n---\n## Part\n", "Boats", "## Part"),
    ],
)
def test_a_name_that_somebody_wrote_is_a_title_before_a_part_of_the_text(text: str, title: str, body: str) -> None:
    found = article(text, "Notes/How to sail.md")
    assert (found.title, found.body.strip("\n")) == (title, body)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("2024-05-01-a-quiet_day.md", "A quiet day"),
        ("2024-05-01.md", "2024 05 01"),
        ("x/___.txt", "Untitled"),
        ("", "Untitled"),
        (".md", ".md"),
        ("a\x1b[2Jb\udcff.md", "A[2Jb\ufffd"),
    ],
)
def test_an_empty_file_is_called_by_its_name(path: str, title: str) -> None:
    found = article(" \n", path)
    assert (found.title, found.body.strip(), found.words, found.notes) == (title, "", 0, (EMPTY,))
    assert found.published.date() == MODIFIED.date()


@pytest.mark.parametrize(
    ("text", "path", "source"),
    [
        ("---\nurl: https://www.e.org/a\n---\nx", "Courier/a.md", "e.org"),
        ("---\nurl: http://[x/\n---\nx", "Courier/a.md", "Courier"),
        ("---\nurl: http://@/\n---\nx", "Courier/a.md", "Courier"),
        ("x", "deep/Courier/a.md", "Courier"),
        ("x", "a.md", "Library"),
    ],
)
def test_the_source_is_the_site_or_the_folder(text: str, path: str, source: str) -> None:
    assert article(text, path).source == source


def test_a_file_without_a_date_has_that_of_its_name() -> None:
    for name in ("2024-03-02-a-quiet-day.md", "x/2024_03_02.md", "2024-03-02 A quiet day.txt"):
        assert article("Text.", name).published == datetime(2024, 3, 2, tzinfo=UTC)
    assert article("---\ndate: 2024-03-01\n---\n", "2024-03-02-a.md").published == datetime(2024, 3, 1, tzinfo=UTC)
    for name in ("2024-13-02-a.md", "2024-03-021.md", "12024-03-02.md"):
        assert article("Text.", name).published == MODIFIED


def test_a_file_date_is_aware_and_in_range_whatever_the_disk_says() -> None:
    east = timezone(timedelta(hours=14))
    for odd in (
        datetime(1, 1, 1, tzinfo=east),
        datetime(9999, 12, 31, 23, tzinfo=UTC),
        datetime(9999, 12, 31, tzinfo=east),
    ):
        found = parse_article(b"x", "a.md", odd)
        assert found.published.astimezone(timezone(-timedelta(hours=23))).astimezone(east)


def test_the_path_decides_how_a_file_is_read() -> None:
    assert article("<p>a <b>b</b>", "A.HTML").body == "a **b**"
    assert article("<ul><li>a <b>b</b>", "a.md").body == "- a **b**"
    assert article("<ul><li>a <b>b</b>", "a.txt").body == "\\<ul>\\<li>a \\<b>b\\</b>"
    assert article("a *b*", "a.TXT").body == "a \\*b\\*"
    assert article("a *b*", "a").body == "a *b*"


def test_a_page_is_an_article() -> None:
    text = "The harbour was quiet in the morning fog. " * 10
    found = article(
        f"<html lang=de><title>Boats</title><link rel=canonical href=https://www.e.org/b><meta name=author content=Ada>"
        f"<meta name=description content=Short><meta name=date content=2024-04-30>"
        f"<article><h1>Boats</h1><p>{text}</article>",
        "a.htm",
    )
    assert (found.title, found.body, found.source, found.author) == ("Boats", text.strip(), "e.org", "Ada")
    assert (found.url, found.lang, found.summary) == ("https://www.e.org/b", "de", "Short")
    assert found.published == datetime(2024, 4, 30, tzinfo=UTC)


def test_front_matter_counts_more_than_the_page() -> None:
    found = article("---\ntitle: Mine\nurl: https://f.org/x/\n---\n<title>Theirs</title><p><a href=y>y</a>", "a.html")
    assert (found.title, found.body, found.source) == ("Mine", "[y](https://f.org/x/y)", "f.org")


def test_a_page_without_a_title_is_called_by_its_first_words() -> None:
    assert article("<p>Some <b>words</b>.", "a.html").title == "Some words."
    assert article("<html lang='?!'><link rel=canonical href=mailto:a@b>", "a-page.html").title == "A page"


def test_what_only_one_program_writes_is_seen_by_its_sign_alone() -> None:
    for text, body in (
        ("- a\n\t- b\n\t  id:: 64a1\n\t  c", "- a\n\t- b\n\t  c"),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```"),
        ("[small]{.smallcaps} words", "small words"),
        ("[a link](https://a.example){.external} on", "[a link](https://a.example) on"),
    ):
        assert parse_article(f"# Title\n\n{text}".encode(), "a.md", MODIFIED).body == body


def test_a_heading_of_html_is_the_title_of_markdown() -> None:
    found = article('<h1 align="center">A day</h1>\n\nText.')
    assert (found.title, found.body) == ("A day", "Text.")


PAGE = """A Night at the Observatory

No time to read?
Get a summary

The dome opened at nine, and for an hour there was nothing to see but cloud, tea and patience.

Then the wind turned. “There she is,” said the warden, and nobody spoke for a while.

No time to read?
Get a summary
Previous Article

A Bakery That Sells Only on Tuesdays

Next Article

How the Marsh Got Its Bridges
"""


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_a_copied_page_shows_its_article_and_says_what_was_left_out(path: str) -> None:
    found = article(PAGE, path)
    assert found.title == "A Night at the Observatory"
    assert found.body.startswith("The dome") and found.body.endswith("a while.")
    assert found.notes == ("8 lines of the page around the article were left out.",)


def test_one_line_left_out_is_one_line() -> None:
    assert article("# A\n\nText.\n\nShare this article").notes == (
        "1 line of the page around the article was left out.",
    )


ODD_FILES = {
    "empty": b"",
    "blank": b" \n\t\n",
    "nul": b"a\0b",
    "only nul": b"\0" * 64,
    "bad utf-8": b"caf\xe9",
    "cut utf-8": "日本".encode()[:-1],
    "overlong": b"\xc0\xaf",
    "encoded surrogate": b"\xed\xa0\x80",
    "beyond unicode": b"\xf5\x80\x80\x80",
    "all bytes": bytes(range(256)),
    "utf-8 mark": codecs.BOM_UTF8 + b"# a",
    "only a mark": codecs.BOM_UTF8,
    "utf-16 mark": "\ufeff# a".encode("utf-16-le"),
    "utf-16 be": codecs.BOM_UTF16_BE + "# a".encode("utf-16-be"),
    "odd utf-16": codecs.BOM_UTF16_LE + b"a",
    "lone surrogate": codecs.BOM_UTF16_LE + b"\x00\xd8a\x00",
    "utf-32": codecs.BOM_UTF32_BE + "# a".encode("utf-32-be"),
    "bad utf-32": codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff",
    "bare utf-16": "A plain line".encode("utf-16-le"),
    "crlf": b"# a\r\n\r\nb\r\n",
    "cr": b"# a\r\rb",
    "mixed ends": b"# a\r\n\nb\rc\n",
    "form feed": b"a\x0cb\x0bc\x1cd",
    "escapes": b"# \x1b]52;c;eA==\x07\x1b[2J\x9b",
    "bidi": "# \u202eabc\u2066".encode(),
    "zero width": "\u200b\u200b".encode(),
    "zalgo": ("a" + "\u0301" * 500).encode(),
    "no end": b"---\ntitle: a\n",
    "only fences": b"---\n---\n",
    "bad yaml": b"---\n: {\n---\nb",
    "tabs in yaml": b"---\na:\n\t- b\n---\nb",
    "list": b"---\n- a\n- title: b\n---\nb",
    "laughs": b"---\ntitle: &a [x]\nb: [*a]\n---\nb",
    "deep": b"---\ntitle: " + b"[" * 9999 + b"\n---\nb",
    "object": b"---\ntitle: !!python/name:os.system\n---\nb",
    "nul in yaml": b"---\ntitle: a\0b\n---\nb",
    "markup": b"# [@click=app.quit]x[/] [/",
    "bad date": b"---\ndate: 99999-01-01\n---\nb",
    "huge number": b"---\ndate: " + b"9" * 5000 + b"\n---\nb",
    "toml": b"+++\ntitle = {\n+++\nb",
    "twice": b"---\ntitle: a\ntitle: b\n---\n",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "gzip": b"\x1f\x8b\x08\0\0\0\0\0",
    "long line": b"x" * 100_000,
    "page": b"<p><![<a <!--",
}


@pytest.mark.parametrize("raw", ODD_FILES.values(), ids=ODD_FILES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_odd_file_is_an_article_with_clean_text(raw: bytes, suffix: str) -> None:
    assert_sound(parse_article(raw, f"odd/file{suffix}", MODIFIED))


def assert_sound(found: Article) -> None:
    lines = [found.title, found.source, found.author, found.url, found.summary, found.lang, *found.tags, *found.notes]
    assert found.id and found.title and found.source
    assert all(line is None or one_line(line) == line for line in lines)
    assert all(one_line(key) == key and one_line(text) == text for key, text in found.extra)
    assert clean(found.body) == found.body
    assert found.words == count_words(found.body)
    assert found.published.tzinfo is not None


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html"])
@given(raw=st.binary())
def test_no_bytes_crash(suffix: str, raw: bytes) -> None:
    assert_sound(parse_article(raw, f"a/b{suffix}", MODIFIED))


LINES = [
    "---",
    "+++",
    "title: a",
    "title = 'a'",
    "# A",
    "A",
    "===",
    "",
    "- b",
    "1. c",
    "Get a summary",
    "    d",
    "date: 1",
    "<h1>e",
    "```",
    "Next Article",
    "A sentence that is here.",
    "\x1b",
    "url: http://e.org",
    "x: [",
    "> f",
    "tags:",
]


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(SUFFIXES), st.text(max_size=9))
def test_no_lines_crash(lines: list[str], suffix: str, name: str) -> None:
    assert_sound(article("\n".join(lines), name + suffix))


def test_escape_sequences_and_markup_in_a_title_are_literal_text() -> None:
    assert article('---\ntitle: "\\e]0;x\\a[bold]\\u202e & <b>"\n---\nx').title == "]0;x[bold] & <b>"
    assert article("# [@click=app.quit]x[/] \x1b[31m").title == "[@click=app.quit]x[/] [31m"


def test_a_file_that_is_too_long_is_shown_from_its_start() -> None:
    found = article(b"# A\n\n" + b"word " * (MAX_BYTES // 5) + b"more")
    assert (found.title, len(found.notes)) == ("A", 1)
    assert len(found.body) == MAX_BYTES - 5


def test_the_id_follows_the_content() -> None:
    assert article("x", "a.md").id == article("x", "b/c.md").id != article("y", "a.md").id
    assert article("", "a.md").id != article("", "b.md").id
