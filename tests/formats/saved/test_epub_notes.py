"""A note stands at the end of the chapter that refers to it, once; what may be no note stays where it is."""

from __future__ import annotations

import pytest

from newstui.formats.html.to_markdown import markdown_of
from newstui.formats.saved.epub import chapters
from newstui.formats.saved.epub_notes import Note, with_notes, without_marks
from tests.formats.saved.books import book_of


def read(pages: dict[str, str]) -> list[str]:
    """The Markdown of each chapter, its notes below it."""
    found = chapters(book_of(pages))
    return [with_notes(markdown_of(each.html.decode()), each.notes) for each in found]


DECLARED = '<p>Tide<a epub:type="noteref" href="#n">1</a> turns.</p>'


@pytest.mark.parametrize(
    ("page", "markdown"),
    [
        (
            DECLARED + '<aside epub:type="footnote" id="n"><p>1. At noon.</p></aside>',
            "Tide[^1] turns.\n\n[^1]: At noon.",
        ),
        (DECLARED + '<p id="n">At noon.</p><p>On.</p>', "Tide[^1] turns.\n\nOn.\n\n[^1]: At noon."),
        (DECLARED + "<p>On.</p>", "Tide1 turns.\n\nOn."),
        (
            '<p>Tide<sup><a id="r" href="#n">*</a></sup>.</p><div id="n">'
            '<a href="#r">*</a> At <b>noon</b>.<p>On.</p></div>',
            "Tide[^1].\n\n[^1]: At **noon**.\n\n    On.",
        ),
        (
            '<p>Tide<a id="r" href="#n">[7]</a>.</p><ol><li id="n">At noon. <a href="#r">↩</a></li></ol>',
            "Tide[^7].\n\n[^7]: At noon.",
        ),
        (
            DECLARED + '<section><h2>Notes</h2><ol><li id="n">At noon.</li></ol></section>',
            "Tide[^1] turns.\n\n[^1]: At noon.",
        ),
        ('<p>See <a href="#n">2</a>.</p><p id="n">Two.</p>', "See 2.\n\nTwo."),
    ],
    ids=["aside", "paragraph", "missing", "old style", "back", "section of notes", "only a link"],
)
def test_notes_of_a_page(page: str, markdown: str) -> None:
    assert read({"a.xhtml": page}) == [markdown]


def test_notes_on_a_page_of_their_own_come_to_their_chapters() -> None:
    one, two = read(
        {
            "a.xhtml": '<p>Tide<a id="r1" href="notes.xhtml#n1">1</a> and'
            ' ebb<a id="r2" href="notes.xhtml#n2">2</a>.</p>',
            "b.xhtml": '<p>Wind<a id="r3" href="notes.xhtml#n3">1</a> and tide<a href="notes.xhtml#n1">1</a>.</p>',
            "notes.xhtml": '<h2>Notes</h2><p><a id="n1" href="a.xhtml#r1">1</a>. High.</p><p>Higher.</p>'
            '<p id="n2"><a href="a.xhtml#r2">2</a> Low.</p><p><a id="n3" href="b.xhtml#r3">1</a> West.</p>',
        }
    )
    assert one == "Tide[^1] and ebb[^2].\n\n[^1]: High.\n\n    Higher.\n\n[^2]: Low."
    assert two == "Wind[^1] and tide[^2].\n\n[^1]: West.\n\n[^2]: High.\n\n    Higher."


def test_a_note_that_nothing_refers_to_stays_on_its_page() -> None:
    note = '<p id="n1"><a href="a.xhtml#r1">1</a> Low.</p><p id="n2">Loose.</p>'
    one, two = read({"a.xhtml": '<p>Ebb<a id="r1" href="n.xhtml#n1">1</a></p>', "n.xhtml": note})
    assert (one, two) == ("Ebb[^1]\n\n[^1]: Low.", "Loose.")


def test_labels_of_a_chapter_differ() -> None:
    notes = [Note("qnoteq0qeton", "2", "A"), Note("qnoteq1qeton", "*", "B"), Note("qnoteq2qeton", "2", "C")]
    text = with_notes("aqnoteq0qeton bqnoteq1qeton cqnoteq2qeton", notes)
    assert text == "a[^2] b[^1] c[^3]\n\n[^2]: A\n\n[^1]: B\n\n[^3]: C"
    assert without_marks("Tideqnoteq0qeton  turns") == "Tide turns"
