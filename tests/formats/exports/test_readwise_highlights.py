"""Readwise's highlights: those of one work make one article, and nothing of them is lost."""

from __future__ import annotations

from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import read

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
