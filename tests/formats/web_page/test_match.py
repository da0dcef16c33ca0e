"""The words of an extracted text lead to the blocks of the page that say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from turbohtml import parse_fragment

from newstui.formats.web_page.match import Run, keep_matches, runs_of, words_of

if TYPE_CHECKING:
    from turbohtml import Element

MENU = "<ul><li><a href=/a>News of the whole wide world</a><li>Weather</ul>"
FIRST = "The harbour was quiet and the boats lay still in the morning fog."
SECOND = "Later a ferry came in from the north with forty people on it."


def runs(html: str) -> list[Run]:
    tree: Element = parse_fragment(f"<div>{html}</div>").select("div")[0]
    return runs_of(tree)


def kept(html: str, text: str) -> list[str]:
    found = runs(html)
    keep_matches(found, text)
    return [run.text.strip() for run in found if run.kept]


def test_words_have_no_case_and_an_ideograph_is_a_word() -> None:
    assert words_of("Straße 12, 日本!") == ["strasse", "12", "日", "本"]


def test_a_run_is_the_text_of_a_block_with_the_letters_of_its_links() -> None:
    paragraph, item = runs("<p>One <a href=x>two</a> and <b>three</b></p><ul><li>four</ul>")
    assert (paragraph.text, paragraph.letters, paragraph.linked) == ("One two and three", 14, 3)
    assert (item.block.tag, item.words) == ("li", ["four"])


def test_blocks_with_the_words_of_the_text_are_kept() -> None:
    assert kept(f"{MENU}<p>{FIRST}</p><p>{SECOND}</p>", f"{FIRST}\n{SECOND}") == [FIRST, SECOND]


def test_words_that_the_text_has_once_are_kept_once() -> None:
    assert kept(f"<aside>{FIRST}</aside><p>{FIRST}</p><p>{SECOND}</p>", f"{FIRST}\n{SECOND}") == [FIRST, SECOND]


def test_a_short_run_between_two_others_is_kept_if_the_text_has_it() -> None:
    assert kept(f"<p>{FIRST}</p><h2>At noon</h2><p>{SECOND}</p>", f"{FIRST}\nAt noon\n{SECOND}")[1] == "At noon"
    assert kept(f"<p>{FIRST}</p><h2>At noon</h2><p>{SECOND}</p>", f"{FIRST}\n{SECOND}") == [FIRST, SECOND]


def test_no_text_keeps_nothing() -> None:
    assert kept(f"<p>{FIRST}</p>", "") == []
