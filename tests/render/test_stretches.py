"""The stretches of a huge text, which are set one after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.render.stretches import stretches
from tests.render.markup import articles

PARAGRAPH = "An ordinary paragraph goes on here and has no markup at all.\n\n"


def texts(markdown: str, cost: int) -> list[str]:
    return [stretch.of(markdown) for stretch in stretches(markdown, cost)]


@given(articles | st.text(max_size=300), st.integers(1, 400))
def test_stretches_follow_each_other_to_the_end(text: str, cost: int) -> None:
    parts = list(stretches(text, cost))
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]


def test_a_stretch_ends_where_a_block_ends() -> None:
    parts = texts(PARAGRAPH * 40, 1_000)
    assert len(parts) > 3
    assert all(part.endswith("all.\n\n") for part in parts)


def test_a_fence_is_closed_only_by_a_fence_of_its_kind() -> None:
    text = "~~~~\n```\n\n" + PARAGRAPH * 3 + "~~~\n\n~~~~ x\n\n~~~~\n\n"
    assert texts(text + PARAGRAPH * 20, 600)[0] == text
    assert texts("``` a`b\n\n" + PARAGRAPH * 20, 64)[0].startswith("``` a`b\n\nAn")


def test_a_long_list_is_cut_between_its_blocks() -> None:
    parts = texts("- item\n\n" * 40, 300)
    assert len(parts) > 2
    assert all(part.startswith("- item") and part.endswith("\n\n") for part in parts)


def test_an_endless_block_is_cut_at_a_newline_at_a_space_or_anywhere() -> None:
    assert all(part.endswith("a\n") for part in texts("aaaa\n" * 600, 1_000))
    assert all(part.endswith("a ") for part in texts("aaaa " * 600, 200))
    assert max(map(len, texts("a" * 3_000, 200))) <= 1_000


def test_a_code_block_that_is_cut_is_opened_again() -> None:
    parts = texts("~~~~ python\n" + "x = 1\n\n" * 100 + "~~~~\n\nEnd.", 1_000)
    assert len(parts) > 2
    assert all(part.startswith("~~~~ python\nx") for part in parts[1:-1])
    assert parts[-1].endswith("End.")


def test_a_table_that_is_cut_has_its_head_again() -> None:
    head = "| a | b |\n| --- | :-- |\n"
    parts = texts("Before.\n\n" + head + "| c | d |\n" * 200 + "\n" + PARAGRAPH * 30, 2_000)
    assert sum(part.startswith(head + "| c") for part in parts) >= 2
    assert parts[-1].startswith("An ordinary")


def test_what_looks_like_a_table_only_at_first_is_none() -> None:
    assert not any(part.startswith("Title") for part in texts("Title\n---\n" + "words " * 2_000, 500)[1:])
