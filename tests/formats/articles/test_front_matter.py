"""Front matter in all its shapes; the broken ones cost no text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.articles.front_matter import FrontMatter, split_front_matter
from newstui.formats.articles.front_matter_fields import web_address

FULL = """---
Title: Boats return
publisher: Steppe Courier
by: A. Author
Date: 2024-05-01
link: https://example.org/boats
keywords: [sea, '#boats', sea]
excerpt: Short.
language: pt_BR
ID: boats-1
mood: calm
---
Body
"""


def read(block: str) -> FrontMatter:
    return split_front_matter(f"---\n{block}\n---\nBody\n")[0]


def test_every_field_is_read_under_its_other_names_in_any_case() -> None:
    assert split_front_matter(FULL) == (
        FrontMatter(
            title="Boats return",
            source="Steppe Courier",
            author="A. Author",
            published=datetime(2024, 5, 1, tzinfo=UTC),
            url="https://example.org/boats",
            tags=("sea", "boats"),
            summary="Short.",
            lang="pt-br",
            id="boats-1",
            extra=(("mood", "calm"),),
        ),
        "Body\n",
    )


def test_the_same_fields_in_toml() -> None:
    text = (
        '+++\ntitle = "A: b"\nauthors = ["A", "B"]\ndate = 2024-05-01T10:00:00Z\ntags = ["x"]\n'
        "draft = true\n[site]\nname = 'Courier'\n+++\nBody"
    )
    front, body = split_front_matter(text)
    assert (front.title, front.author, front.source) == ("A: b", "A, B", "Courier")
    assert (front.tags, front.extra, body) == (("x",), (("draft", "true"),), "Body")
    assert front.published == datetime(2024, 5, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("title: Plain", "Plain"),
        ("title: War: a history", "War: a history"),
        ("title: 'It is'", "It is"),
        ("title: 'It''s'", "It's"),
        ('title: "A \\"b\\" \\u00e9"', 'A "b" é'),
        ("title: >\n  Two\n  lines", "Two lines"),
        ("title: |\n  Two\n  lines", "Two lines"),
        ("title: Two\n  lines", "Two lines"),
        ("title: Yes", "Yes"),
        ("title: 12:30", "12:30"),
        ("title: 010", "010"),
        ("title: 2024-05-01", "2024-05-01"),
        ("title: A # comment", "A"),
        ("title: @someone", "@someone"),
        ("{title: Flow}", "Flow"),
        ('"title": Quoted key', "Quoted key"),
        ("# comment\n\ntitle: After a comment", "After a comment"),
        ("title: {name: Named}", "Named"),
        ("title: {a: b, c: [d, e]}", "a: b, c: d, e"),
        ("title: !!python/object/apply:os.system [ls]", "ls"),
        ('title: "\\e[2Jclear\\u202e"', "[2Jclear"),
        ("title: ~", None),
        ("title: null", None),
        ("title:", None),
        ("title: '\u200b'", None),
    ],
)
def test_a_title_is_what_was_written(written: str, title: str | None) -> None:
    front = read(written)
    assert (front.title, front.notes) == (title, ())


@pytest.mark.parametrize(
    "written",
    [
        "tags: [a, b c]",
        "tags: a, b c",
        "tags:\n- a\n- b c",
        "tags:\n  - a\n  - b c",
        'tags: ["a", b c]',
        "tags: [a, [b c], a, ]",
    ],
)
def test_tags_are_a_list_or_a_text_with_commas(written: str) -> None:
    assert read(written).tags == ("a", "b c")


def test_tags_that_are_a_mapping_are_none() -> None:
    assert read("tags: {a: b}").tags == ()


def test_the_best_name_of_a_field_wins_and_the_others_are_kept() -> None:
    front = read("created: 2020-01-01\ndate: 2024-05-01\npubdate: 2021-01-01")
    assert front.published == datetime(2024, 5, 1, tzinfo=UTC)
    assert front.extra == (("created", "2020-01-01"), ("pubdate", "2021-01-01"))


@pytest.mark.parametrize(
    "block",
    [
        "title: A\nb:\n\tc: {",
        "title: A\nb: [1,",
        "title: A\n: : :\n  x",
        "title: A\nb: *x",
        "title: A\nb: &x [*x]",
        "title: A\nb: &x 1",
    ],
)
def test_the_plain_lines_of_a_broken_block_are_used_and_the_fault_is_noted(block: str) -> None:
    front, body = split_front_matter(f"---\n{block}\n---\nBody\n")
    assert (front.title, body) == ("A", "Body\n")
    assert len(front.notes) == 1
    assert "could not be read" in front.notes[0]


def test_front_matter_of_more_than_64_kb_is_used_as_far_as_it_is_plain() -> None:
    front, body = split_front_matter("---\ntitle: A\n" + "x: yyyyyyyy\n" * 7000 + "---\nBody")
    assert (front.title, body) == ("A", "Body")
    assert "64 KB" in front.notes[0]


@pytest.mark.parametrize("text", ["---\ntitle: A\nNo end", "+++\ntitle = 'A'\n", "---\n", "---"])
def test_a_block_without_an_end_is_text(text: str) -> None:
    front, body = split_front_matter(text)
    assert (front.title, body) == (None, text)
    assert "no closing" in front.notes[0]


def test_prose_between_two_rules_is_text() -> None:
    text = "---\nOnce upon a time.\nHe said: go.\n---\nMore."
    front, body = split_front_matter(text)
    assert body == text
    assert "not front matter" in front.notes[0]


@pytest.mark.parametrize("text", ["", "text", "----\na: b\n---\n", "--- a\nb: c\n---\n", " ---\na: b\n---\n", "{a}"])
def test_text_without_a_fence_is_text(text: str) -> None:
    assert split_front_matter(text) == (FrontMatter(), text)


def test_an_empty_block_has_no_fields() -> None:
    assert split_front_matter("---\n---\nBody") == (FrontMatter(), "Body")
    assert split_front_matter("---\n# only a comment\n...  \nBody") == (FrontMatter(), "Body")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "-v", "example.org", "http://", "http://a b", "mailto:a@b.c"],
)
def test_an_address_that_is_not_of_the_web_is_only_kept_as_extra(address: str) -> None:
    front = read(f"url: '{address}'")
    assert front.url is None
    assert front.extra == (("url", address),)


def test_a_language_that_is_not_a_tag_is_left_out() -> None:
    assert read("lang: 'x y'").lang is None


def test_an_address_keeps_its_bytes() -> None:
    assert web_address(" HTTPS://Example.org/%20a?b=c&d#e ") == "HTTPS://Example.org/%20a?b=c&d#e"
    assert web_address("http://a/\nb") is None
    assert web_address("http://a/" + "b" * 5000) is None


def test_a_date_that_cannot_be_read_is_kept_and_noted() -> None:
    front = read("date: the day before")
    assert front.published is None
    assert front.extra == (("date", "the day before"),)
    assert "the day before" in front.notes[0]


@given(st.text(alphabet="ab: -[]{}'\"#&*!|>%@`\n\t,?~\\0é"), st.sampled_from(["---", "+++"]))
def test_no_front_matter_raises_and_none_is_lost_in_silence(block: str, fence: str) -> None:
    text = f"{fence}\n{block}\n{fence}\nBody"
    front, body = split_front_matter(text)
    assert body.endswith("Body")
    assert front.notes or body != text


def test_the_best_name_counts_even_if_it_comes_last_and_shows_nothing() -> None:
    front = read("publisher: A\nsource: '\u200b'\nsite: B")
    assert (front.source, front.extra) == (None, (("publisher", "A"), ("site", "B")))


@pytest.mark.parametrize("fence", ["---  ", "---\t", "---\u3000"])
def test_a_fence_may_have_space_after_it(fence: str) -> None:
    assert split_front_matter(f"{fence}\ntitle: A\n---\t\nBody") == (FrontMatter(title="A"), "Body")


def test_front_matter_may_stand_below_blank_lines() -> None:
    assert split_front_matter("\n \n---\ntitle: A\n---\nBody") == (FrontMatter(title="A"), "Body")


def test_an_address_under_source_is_the_address() -> None:
    front = read('source: "https://coast.example/ferry"\nauthor:\n  - "[[Ida Nord]]"\n  - "[[people/bo|Bo Berg]]"')
    assert (front.url, front.source, front.author) == ("https://coast.example/ferry", None, "Ida Nord, Bo Berg")
    front = read("source: https://coast.example/ferry\nsite_name: Coast\nurl: /ferry")
    assert (front.url, front.source) == ("https://coast.example/ferry", "Coast")
    front = read("site: https://coast.example\nurl: https://coast.example/ferry\npublisher: Coast")
    assert (front.url, front.source) == ("https://coast.example/ferry", "Coast")
    front = read("site: https://coast.example/\ntitle: A")
    assert (front.url, front.source) == ("https://coast.example/", None)
    front = read("url: https://a.b/c\nsource: https://d.e/f")
    assert (front.url, front.source, front.extra) == ("https://a.b/c", None, (("source", "https://d.e/f"),))


def test_a_value_may_be_a_link() -> None:
    front = read('url: "[Ferry](https://a.b/c)"\nauthor: "[Ida](https://a.b)"\nsource: "[[Coast Courier]]"')
    assert (front.url, front.author, front.source) == ("https://a.b/c", "Ida", "Coast Courier")


@pytest.mark.parametrize(
    "written",
    [
        "tags: a, b c, #d",
        "tags: '#a, #b c, d'",
        "tags: [a, b c, #d]",
        "tags:\n  - a\n  - b c\n  - #d",
        "Keywords: a; b c; d",
        'tags: ["[[a]]", "[[x|b c]]", d]',
        "topics: [a, b c, d] # a comment",
    ],
)
def test_tags_may_have_hashes_semicolons_and_brackets(written: str) -> None:
    assert (read(written).tags, read(written).notes) == (("a", "b c", "d"), ())


def test_tags_with_a_hash_each_need_no_comma() -> None:
    assert read("tags: #sea/ferries #boats").tags == ("sea/ferries", "boats")
    assert read("tags: sea # and more").tags == ("sea",)


def test_fields_in_the_tables_of_hugo_and_zola_count() -> None:
    text = "+++\ntitle = 'A'\n[taxonomies]\ntags = ['b']\n[extra]\nauthor = 'Bo'\nmood = 'calm'\n+++\nBody"
    front, _body = split_front_matter(text)
    assert (front.title, front.tags, front.author, front.extra) == ("A", ("b",), "Bo", (("extra", "mood: calm"),))


def test_front_matter_can_be_json() -> None:
    front, body = split_front_matter(
        '{\n"title": "A", "date": "2024-05-01", "tags": ["b"], "draft": true, "x": null\n}\n\nBody'
    )
    assert (front.title, front.tags, front.extra, body) == ("A", ("b",), (("draft", "true"),), "Body")
    assert front.published == datetime(2024, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        '---json\n{"title": "A", "author": "Ida, Bo", "date": "2024-05-01"}\n---\nBody',
        "--- TOML\ntitle = 'A'\nauthors = ['Ida', 'Bo']\ndate = 2024-05-01\n---\nBody",
        "---yaml\ntitle: A\nauthor: [Ida, Bo]\ndate: 2024-05-01\n---\nBody",
        "% A\n% Ida; Bo\n% 1 May 2024\n\nBody",
        "% A\n% Ida;\n  Bo\n% May 1, 2024\n\nBody",
    ],
)
def test_front_matter_may_name_its_language_or_be_a_title_block(text: str) -> None:
    front, body = split_front_matter(text)
    assert (front.title, front.author, body) == ("A", "Ida, Bo", "Body")
    assert front.published == datetime(2024, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ['{"a": 1}\nx', '{"title": "a"} x', '{"title": ', "{% raw %}", "% A\nno block", '{"title":' + "[" * 9999]
)
def test_what_is_no_json_front_matter_is_text(text: str) -> None:
    assert split_front_matter(text) == (FrontMatter(), text)


@pytest.mark.parametrize(
    "written",
    [
        "May 1st, 2024",
        "1. Mai 2024",
        "01.05.2024",
        "[[2024-05-01]]",
        '"[[daily/2024-05-01|May Day]]"',
        "'[2024-05-01](daily/2024-05-01.md)'",
        "2024年5月1日",
        "Wednesday, May 1, 2024",
        "2024-05",
    ],
)
def test_a_date_is_read_as_feeds_read_it(written: str) -> None:
    assert read(f"date: {written}").published == datetime(2024, 5, 1, tzinfo=UTC)


def test_another_date_counts_where_the_best_cannot_be_read() -> None:
    front = read("date: soon\ncreated: 2024-05-01")
    assert (front.published, front.notes) == (datetime(2024, 5, 1, tzinfo=UTC), ())
    assert front.extra == (("created", "2024-05-01"), ("date", "soon"))


def test_each_field_of_a_broken_block_is_read_by_itself() -> None:
    front = read(
        'title: "A "quoted" title"\nauthor: [[Ida Nord]], [[Bo]]\nsummary: >\n  two\n  lines\n'
        "source: @coast\nid: *x\nmood: [a,\n"
    )
    assert (front.title, front.author, front.summary) == ('A "quoted" title', "Ida Nord, Bo", "two lines")
    assert (front.source, front.id, front.extra) == ("@coast", None, (("mood", "[a,"),))
    assert len(front.notes) == 1
    assert read("title: [draft] A title").title == "[draft] A title"


def test_a_block_of_which_nothing_can_be_read_is_text() -> None:
    for text in ("---\ntitle: {a\n---\nBody", "+++\ntitle = A\n+++\nBody"):
        front, body = split_front_matter(text)
        assert (front.title, body) == (None, text)
        assert "shown as text" in front.notes[0]
