"""Zotero: its table, CSL JSON and the JSON of Better BibTeX."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.articles.incoming import Incoming, Refused
from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import AT, read, read_json

DAY = datetime(2023, 11, 14, tzinfo=UTC)


def test_the_table() -> None:
    export = read(
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date",'
        '"Date Added","Notes","Manual Tags","Automatic Tags"\n'
        '"K","webpage","2023","Hill, Ann; Ray, Bo","A","Post","","https://e.org/a","Short.","2023-11-14",'
        '"2023-11-14 22:13:20","<p>Mine.</p>","sea; long read","Boats"\n'
        '"L","journalArticle","2023","","B","","10.1/x","","","","","","",""\n'
        '"M","book","2023","Hill, Ann","C","","","","Of ferries.","","","","",""\n'
        '"N","book","2023","","D","","","","","","","","",""\n'
    )
    assert export.articles == (
        Incoming(
            "A", url="https://e.org/a", author="Ann Hill, Bo Ray", source="Post", published=DAY, saved=AT,
            summary="Short.", tags=("Boats",), tagged=("sea", "long read"), note="Mine.",
        ),
        Incoming("B", url="https://doi.org/10.1/x", published=datetime(2023, 1, 1, tzinfo=UTC)),
        Incoming(
            "C", "Of ferries.", author="Ann Hill", source="Zotero", published=datetime(2023, 1, 1, tzinfo=UTC),
            feed="https://www.zotero.org/", guid="M",
        ),
    )  # fmt: skip
    assert export.refused == (Refused("D", "it has no address and no text"),)


def test_csl_json() -> None:
    item = {
        "id": "k", "type": "article", "title": "A", "container-title": "Post", "URL": "https://e.org/a",
        "note": "Mine.", "author": [{"family": "Hill", "given": "Ann"}, {"literal": "The Crew"}],
        "issued": {"date-parts": [["2023", 11, 14]]},
        "accessed": {"raw": "2023-11-14T22:13:20Z"}, "abstract": "Short.",
    }  # fmt: skip
    assert read_json([item]).articles == (
        Incoming(
            "A", url="https://e.org/a", author="Ann Hill, The Crew", source="Post", published=DAY, saved=AT,
            summary="Short.", note="Mine.",
        ),
    )  # fmt: skip


def test_better_bibtex() -> None:
    item = {
        "itemType": "webpage", "itemKey": "K", "title": "A", "websiteTitle": "Post", "url": "https://e.org/a",
        "creators": [{"creatorType": "author", "firstName": "Ann", "lastName": "Hill"},
                     {"creatorType": "editor", "name": "Bo"}],
        "date": "2023-11-14", "dateAdded": "2023-11-14T22:13:20Z",
        "tags": [{"tag": "sea"}, {"tag": "Boats", "type": 1}],
        "notes": [{"note": "<p>Mine.</p>"}],
    }  # fmt: skip
    export = read_json({"config": {}, "collections": {}, "items": [item, {"itemType": "note", "note": "x"}]})
    assert export.articles == (
        Incoming(
            "A", url="https://e.org/a", author="Ann Hill", source="Post", published=DAY, saved=AT, tags=("Boats",),
            tagged=("sea",), note="Mine.",
        ),
    )  # fmt: skip
    assert export.refused == (Refused("an entry without a title (note)", "it is only a note"),)


def test_the_api_gives_notes_and_passages_as_items_of_their_own() -> None:
    item: dict[str, object] = {"key": "K", "itemType": "webpage", "title": "A", "url": "https://e.org/a",
            "dateAdded": "2023-11-14T22:13:20Z", "tags": [{"tag": "sea"}]}  # fmt: skip
    inside: list[dict[str, object]] = [
        {"key": "N", "itemType": "note", "parentItem": "K", "note": "<p>Mine.</p>"},
        {"key": "P", "itemType": "attachment", "parentItem": "K", "title": "PDF"},
        {"key": "H", "itemType": "annotation", "parentItem": "P", "annotationText": "B", "annotationComment": "Hm"},
        {"key": "O", "itemType": "note", "note": "<p>Alone.</p>"},
    ]
    export = read_json([{"key": each["key"], "version": 1, "data": each} for each in (*inside, item)])
    marks = annotated("> B\n\nHm")["highlights"]
    one = Incoming("A", url="https://e.org/a", saved=AT, tagged=("sea",), note="Mine.", highlights=marks)
    assert export.articles == (one,)
    assert export.refused == (Refused("an entry without a title (note)", "it is only a note"),)
    whole = {**item, "notes": [{"note": "Mine."}], "attachments": [{"annotations": inside[2:3]}]}
    assert read_json({"items": [whole]}).articles == (one,)


def test_notes_of_the_table_are_divided() -> None:
    (article,) = read(
        '"Key","Item Type","Title","Url","Notes"\n'
        '"K","webpage","A","https://e.org/a","<p>One; two.</p>; <p>Three.</p>"\n'
    ).articles
    assert article.note == "One; two.\n\nThree."


def test_books_without_a_key_are_not_taken_for_one_another() -> None:
    export = read(
        '"Key","Item Type","Title","Url","Abstract Note"\n"","book","A","","Of x."\n"","book","B","","Of y."\n'
    )
    first, second = export.articles
    assert first.guid and second.guid and first.guid != second.guid
