"""Front matter in all its shapes; the broken ones cost no text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.articles import front_matter
from newstui.formats.articles.front_matter import FrontMatter, language, split_front_matter, web_address
from newstui.formats.text.dates import parse_date

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


def test_a_note_names_the_line_of_the_file() -> None:
    assert "line 3" in read("title: A\nb: *x").notes[0]
    assert "line 3" in split_front_matter("+++\na = 1\nb = \n+++\n")[0].notes[0]


@pytest.mark.parametrize(
    "block",
    [
        "title: " + "[" * 5000,
        "title: " + "{a: " * 5000,
        "title: [" + "[" * 20 + "]" * 20 + "]",
        "title:\n- - - - - - - - - - - - - - - - - - - - x",
        "title: {\n" * 50,
        "lol: &a [x]\nb: [*a, *a]\ntitle: *a",
        "%YAML 9.9\ntitle: {",
    ],
)
def test_hostile_yaml_is_left_out_with_a_note(block: str) -> None:
    front, body = split_front_matter(f"---\n{block}\n---\nBody\n")
    assert (front.title, body) == (None, "Body\n")
    assert "it was left out" in front.notes[0] or "is used" in front.notes[0]


@pytest.mark.parametrize(
    "block",
    [
        "title = ",
        "title = 'a'\ntitle = 'b'",
        "a = " + "[" * 40 + "]" * 40,
        "a = " + "[" * 5000,
        "a." * 200 + "b = 1",
        "a = " + "9" * 5000,
        "a = '" + "x" * 70_000 + "'",
    ],
)
def test_hostile_toml_is_left_out_with_a_note(block: str) -> None:
    front, body = split_front_matter(f"+++\n{block}\n+++\nBody\n")
    assert (front.title, body) == (None, "Body\n")
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
    assert "no front matter" in front.notes[0]


@pytest.mark.parametrize("text", ["", "text", "----\na: b\n---\n", "--- a\nb: c\n---\n", " ---\na: b\n---\n"])
def test_text_without_a_fence_is_text(text: str) -> None:
    assert split_front_matter(text) == (FrontMatter(), text)


def test_an_empty_block_says_nothing() -> None:
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


def test_an_address_keeps_its_bytes() -> None:
    assert web_address(" HTTPS://Example.org/%20a?b=c&d#e ") == "HTTPS://Example.org/%20a?b=c&d#e"
    assert web_address("http://a/\nb") is None
    assert web_address("http://a/" + "b" * 5000) is None


def test_a_language_is_a_tag() -> None:
    assert [language(each) for each in ("EN", "zh-Hant-TW", "de_DE.UTF-8", "English!", "", "x")] == [
        "en",
        "zh-hant-tw",
        "de-de",
        None,
        None,
        None,
    ]
    assert read("lang: 'x y'").lang is None


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-01T10:00:00Z",
        "2024-05-01 10:00",
        "2024-05-01T12:00:00+02:00",
        "2024-05-01 12:00 +0200",
        "2024-05-01 05:00:00.5 -0500",
        "2024/05/01 10:00",
        "2024/5/1 10:00 UTC",
        "20240501T100000",
        "20240501100000",
        "Wed, 01 May 2024 10:00:00 GMT",
        "Wed, 01 May 2024 12:00:00 +0200",
        "1714557600",
        "1714557600.25",
        "1714557600000",
    ],
)
def test_a_date_is_read_however_it_is_written(written: str) -> None:
    found = parse_date(written)
    assert found is not None
    assert found.replace(microsecond=0) == datetime(2024, 5, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["2024-05-01", "20240501", "1 May 2024", "May 1, 2024", "1. may 2024", "2024.05.01"]
)
def test_a_day_is_its_midnight_in_utc(written: str) -> None:
    assert parse_date(written) == datetime(2024, 5, 1, tzinfo=UTC)


def test_a_year_is_its_first_day() -> None:
    assert parse_date("1984") == datetime(1984, 1, 1, tzinfo=UTC)


HOSTILE_DATES = [
    "0000-01-01",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "99999-01-01",
    "99999999999999999999",
    "2024-13-45",
    "2024-02-30 25:61",
    "nan",
    "inf",
    "-1",
    "1e400",
    "12",
    "9" * 99,
    "x" * 1000,
    "32 Foo 2024",
    "May 40, 2024",
    "Thu, 01 Jan 1970 00:00:00 +999999999999",
    "",
    "yesterday",
]


@pytest.mark.parametrize("written", HOSTILE_DATES)
def test_a_hostile_date_is_none(written: str) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("written", "offset"),
    [
        ("2024-05-01T12:00:00+02:00", 120),
        ("2024-05-01 12:00 +0200", 120),
        ("2024/05/01 03:30 -04:30", -270),
        ("Wed, 01 May 2024 06:00:00 -0400", -240),
        ("2024-05-01T10:00:00Z", 0),
        ("2024-05-01 10:00", 0),
        ("1 May 2024", 0),
    ],
)
def test_a_date_keeps_the_offset_it_is_written_with(written: str, offset: int) -> None:
    found = parse_date(written)
    assert found is not None
    assert found.utcoffset() == timedelta(minutes=offset)


def test_a_date_that_cannot_be_read_is_kept_and_noted() -> None:
    front = read("date: the day before")
    assert front.published is None
    assert front.extra == (("date", "the day before"),)
    assert "the day before" in front.notes[0]


@given(st.text())
def test_no_date_raises_and_each_can_be_told_in_every_time_zone(text: str) -> None:
    found = parse_date(text)
    assert found is None or (found.tzinfo is UTC and 2 <= found.year <= 9999)


@given(st.datetimes(min_value=datetime(3, 1, 1), max_value=datetime(9998, 1, 1)))
def test_a_date_in_iso_format_is_itself(moment: datetime) -> None:
    assert parse_date(moment.isoformat()) == moment.replace(tzinfo=UTC)


@given(st.text(alphabet="ab: -[]{}'\"#&*!|>%@`\n\t,?~\\0é"), st.sampled_from(["---", "+++"]))
def test_no_front_matter_raises_and_none_is_lost_in_silence(block: str, fence: str) -> None:
    text = f"{fence}\n{block}\n{fence}\nBody"
    front, body = split_front_matter(text)
    assert body.endswith("Body")
    assert front.notes or body != text


@given(st.dictionaries(st.sampled_from(["title", "author", "x"]), st.text(alphabet="ab :-#'\"[,é", max_size=12)))
def test_what_the_scanner_reads_is_what_yaml_reads(fields: dict[str, str]) -> None:
    block = yaml.safe_dump(fields, allow_unicode=True) if fields else ""
    front = read(block)
    said = {"title": front.title, "author": front.author, **dict(front.extra)}
    expected = {key: " ".join(value.split()) for key, value in fields.items()}
    assert {key: value for key, value in said.items() if value} == {
        key: value for key, value in expected.items() if value
    }


VALUES = st.one_of(
    st.sampled_from(["", "A", "a  b ", "[a, b]", "'a'", '"a', "~", "null", "a # b", "*x", "é", "\u200b", "\x1b[2J"]),
    st.text(alphabet="ab :-#'\"[],~\té", max_size=8),
)


@given(st.sampled_from([": ", ":  ", ":\t", " : ", ":", ""]), VALUES, st.sampled_from(["", "\n- c", "\n  d", "\n\n#"]))
def test_a_name_that_is_known_is_read_like_any_other(colon: str, value: str, below: str) -> None:
    known, odd_line = front_matter._flat(f"title{colon}{value}{below}\n")
    other, other_odd_line = front_matter._flat(f"mood{colon}{value}{below}\n")
    assert (known.get("title"), len(known), odd_line) == (other.get("mood"), len(other), other_odd_line)


def test_the_best_name_may_come_last_and_stands_even_where_nothing_of_it_can_be_shown() -> None:
    front = read("publisher: A\nsource: '\u200b'\nsite: B")
    assert (front.source, front.extra) == (None, (("publisher", "A"), ("site", "B")))


@pytest.mark.parametrize("fence", ["---  ", "---\t", "---\u3000"])
def test_a_fence_may_have_space_after_it(fence: str) -> None:
    assert split_front_matter(f"{fence}\ntitle: A\n---\t\nBody") == (FrontMatter(title="A"), "Body")


def test_the_slower_parser_of_yaml_does_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert read("title: >\n  Two\n  lines").title == "Two lines"


@pytest.mark.parametrize("word", ["null", "~"])
def test_what_stands_for_nothing_is_a_word_in_quotation_marks(word: str) -> None:
    assert read(f"title: {word}\nsource: a: b").title is None
    assert read(f"title: {word}").title is None
    for quoted in (f'"{word}"', f"'{word}'"):
        assert read(f"title: {quoted}").title == word
        assert read(f"title: {quoted}\nauthor: 'it''s'").title == word
