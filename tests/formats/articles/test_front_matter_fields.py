"""The names and values of front matter's fields."""

from __future__ import annotations

import pytest

from newstui.formats.articles.front_matter_fields import sorted_out, tags_of, web_address, words_of


def test_a_field_is_found_under_all_its_names_the_best_first() -> None:
    found = sorted_out({"created": "c", "Publish-Date": "b", "date": "a", "mood": "calm"})
    assert found.all("published") == ["a", "b", "c"]
    assert found.left == [("created", "c"), ("Publish-Date", "b"), ("mood", "calm")]
    assert found.all("title") == []


def test_a_field_in_a_table_counts_where_there_is_none_at_the_top() -> None:
    found = sorted_out({"extra": {"author": "A", "title": "other"}, "title": "mine"})
    assert (found.texts["title"], found.texts["author"], found.left) == ("mine", "A", [("extra", "title: other")])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[Ida]]", "Ida"),
        ("[[people/ida|Ida]], [Bo](https://b.o)", "Ida, Bo"),
        ("[draft] A title", "[draft] A title"),
        ("[[", "[["),
        ("plain", "plain"),
    ],
)
def test_only_the_words_of_a_link_count(text: str, words: str) -> None:
    assert words_of(text) == words


def test_tags_of_a_text_and_of_a_list() -> None:
    assert tags_of("#a #b/c") == ("a", "b/c")
    assert tags_of("a; b, c") == ("a; b", "c")
    assert tags_of(["#a", "[[b]]", "a", ["c"]]) == ("a", "b", "c")
    assert tags_of({"a": "b"}) == tags_of(None) == ()


def test_an_address_may_be_written_as_a_link() -> None:
    assert (
        web_address("[a](https://b.c/d)")
        == web_address("<https://b.c/d>")
        == web_address("[[https://b.c/d]]")
        == "https://b.c/d"
    )
    assert web_address("[a](javascript:b)") is None
