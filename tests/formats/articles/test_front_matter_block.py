"""The block of front matter as fields: plain lines like YAML, and nothing hostile goes through."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.articles.front_matter import FrontMatter, split_front_matter
from newstui.formats.articles.front_matter_block import flat_fields


def read(block: str) -> FrontMatter:
    return split_front_matter(f"---\n{block}\n---\nBody\n")[0]


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
def test_of_hostile_yaml_nothing_is_read_and_nothing_is_lost(block: str) -> None:
    text = f"---\n{block}\n---\nBody\n"
    front, body = split_front_matter(text)
    assert front.title is None
    assert body == text or front.extra
    assert "could not be read" in front.notes[0]


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
def test_hostile_toml_is_text_with_a_note(block: str) -> None:
    text = f"+++\n{block}\n+++\nBody\n"
    front, body = split_front_matter(text)
    assert (front.title, body) == (None, text)
    assert "could not be read" in front.notes[0]


@given(st.dictionaries(st.sampled_from(["title", "author", "x"]), st.text(alphabet="ab :-#'\"[,é", max_size=12)))
def test_plain_lines_are_read_as_yaml_reads_them(fields: dict[str, str]) -> None:
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
    known, odd_line = flat_fields(f"title{colon}{value}{below}\n", {"title"})
    other, other_odd_line = flat_fields(f"mood{colon}{value}{below}\n", {"title"})
    assert (known.get("title"), len(known), odd_line) == (other.get("mood"), len(other), other_odd_line)


def test_the_slower_parser_of_yaml_does_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert read("title: >\n  Two\n  lines").title == "Two lines"


@pytest.mark.parametrize("word", ["null", "~"])
def test_null_in_quotation_marks_is_a_word(word: str) -> None:
    assert read(f"title: {word}\nsource: a: b").title is None
    assert read(f"title: {word}").title is None
    for quoted in (f'"{word}"', f"'{word}'"):
        assert read(f"title: {quoted}").title == word
        assert read(f"title: {quoted}\nauthor: 'it''s'").title == word
