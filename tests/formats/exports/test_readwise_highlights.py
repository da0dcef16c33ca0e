"""Readwise's highlights: those of one work make one article, and nothing of them is lost."""

from __future__ import annotations

from newstui.domain.articles.incoming import Incoming, Refused
from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import AT, read, read_json

HEADER = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,"
    "Location Type,Location,Highlighted at,Document tags\n"
)


def test_highlights_of_one_work_are_one_article_in_their_order() -> None:
    export = read(
        HEADER
        + '"A fine line, indeed",Tides,Ann,B1,Mine,,"calm, long read",page,7,2023-11-14 22:13:20+00:00,sea\n'
        + '"Two\nlines",Tides,Ann,B1,,,,location,12,2022-01-01 00:00:00+00:00,sea\n'
        + "Other,Ferries,,,,,,order,0,,\n"
    )
    tides, ferries = export.articles
    assert (tides.title, tides.author, tides.tagged, tides.url) == ("Tides", "Ann", ("sea",), None)
    assert tides.body == "> A fine line, indeed\n\nMine\n\nPage 7 #calm #long-read\n\n> Two\n> lines\n\nLocation 12"
    assert tides.saved and tides.saved.year == 2022
    assert ferries.body == "> Other"
    assert (tides.feed, tides.guid) == ("https://readwise.io/", "Tides – Ann")


def test_highlights_of_an_article_with_an_address_come_one_by_one() -> None:
    (article,) = read("Highlight,Title,Author,URL,Note,Location,Location Type\nB,A,Ann,https://e.org/a,Hm,,\n").articles
    assert (article.url, article.note, article.body) == ("https://e.org/a", "", "")
    assert article.highlights == annotated("> B\n\nHm")["highlights"]


def test_the_export_of_the_api() -> None:
    kept = {"text": "A fine line", "note": "Mine", "tags": [{"name": "calm"}], "location": 7, "location_type": "page",
            "highlighted_at": "2023-11-14T22:13:20Z", "is_discard": False}  # fmt: skip
    work = {"user_book_id": 1, "title": "tides", "readable_title": "Tides", "author": "Ann", "document_note": "Whole",
            "book_tags": [{"name": "sea"}], "source_url": "https://e.org/a",
            "highlights": [kept, {**kept, "is_discard": True}]}  # fmt: skip
    export = read_json({"count": 3, "nextPageCursor": None, "results": [
        work, {**work, "source_url": "private://read/1"}, {**work, "highlights": []}]})  # fmt: skip
    article, private = export.articles
    marks = annotated("> A fine line\n\nMine\n\nPage 7 #calm")["highlights"]
    assert article == Incoming("Tides", url="https://e.org/a", author="Ann", saved=AT, tagged=("sea",), note="Whole",
                               highlights=marks)  # fmt: skip
    assert (private.url, private.guid, private.body) == (None, "Tides – Ann", "> A fine line\n\nMine\n\nPage 7 #calm")
    assert export.refused == (Refused("Tides", "it has no highlights"),)


def test_tags_of_the_service_are_no_tags_and_what_was_discarded_is_named() -> None:
    export = read(HEADER + 'Kept,A,,,,,".favorite, calm",order,0,,\nThrown away,A,,,,,.discard,order,1,,\n')
    assert [article.body for article in export.articles] == ["> Kept\n\n#calm"]
    assert export.refused == (Refused("Thrown away", "you discarded it there"),)
