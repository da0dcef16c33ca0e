"""A page as tags and texts: in order, without comments, in a time that grows with its length alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.html.tokens import tokens, unescape
from tests.hostile import QUADRATIC, growth_of


def test_tags_and_texts_come_in_their_order() -> None:
    html = "<!doctype html><P Class=a>one <b>two</B><!-- no --> &amp; three<br/>"
    assert [(token.kind, token.name or token.text) for token in tokens(html)] == [
        ("start", "p"), ("text", "one "), ("start", "b"), ("text", "two"), ("end", "b"), ("text", " & three"),
        ("start", "br"),
    ]  # fmt: skip


def test_attributes_are_read_in_every_shape() -> None:
    (token,) = tokens("<p a='1' B=\"2\" c=3 d e = &lt;x a=9 />")
    assert token.attributes == {"a": "1", "b": "2", "c": "3", "d": "", "e": "<x"}


@pytest.mark.parametrize("name", ["title", "script", "textarea"])
def test_markup_in_an_element_of_text_is_text(name: str) -> None:
    assert [token.text for token in tokens(f"<{name}><b>bold</{name}>")] == ["", "<b>bold", ""]


def test_references_are_resolved_and_huge_ones_are_no_character() -> None:
    assert unescape("&eacute;&#233;&#xE9;&nope;&#99999999999999;") == "ééé&nope;\ufffd"


@given(st.text(alphabet="<>/ab=\"'! -&;#?\n", max_size=60))
def test_every_character_of_a_page_is_looked_at_once(html: str) -> None:
    assert sum(len(token.text) + len(token.name) for token in tokens(html)) <= len(html)


@pytest.mark.parametrize(
    "piece", ["<a ", "<", "<!--", "</a", "<script>", "&#9", "<a b='<a c=\"", "<?", "<![", "<a a=1 a=1>", "<p></p>"]
)
def test_a_hostile_page_ends_soon(piece: str) -> None:
    assert sum(len(token.text) for token in tokens(piece * 100_000)) <= len(piece) * 100_000
    assert growth_of(lambda html: list(tokens(html)), lambda pieces: piece * pieces, 100_000) < QUADRATIC


@pytest.mark.parametrize("tag", ["<iframe/>", "<title>", "<SCRIPT src=x>", "<textarea>", "<plaintext>"])
def test_an_element_of_text_that_never_ends_does_not_swallow_the_rest(tag: str) -> None:
    read = [(token.kind, token.text) for token in tokens(f"<p>a{tag}b</p>c")]
    assert read == [("start", ""), ("text", "a"), ("start", ""), ("text", "b"), ("end", ""), ("text", "c")]


def test_a_raw_tag_in_a_text_is_shown_as_it_is_written() -> None:
    assert [token.text for token in tokens("<title>How to use <iframe> well</title>")][1] == "How to use <iframe> well"


def test_a_tag_that_never_ends_is_text_and_a_comment_ends_at_the_next_tag() -> None:
    assert [token.text for token in tokens("one <b>two</b> <a href=")] == ["one ", "", "two", "", " <a href="]
    assert "".join(token.text for token in tokens("sa<!-- -- x >fe")) == "safe"
