"""Karakeep's JSON: bookmarks, texts, and what the export does not contain."""

from __future__ import annotations

from newstui.domain.articles.incoming import Incoming, Refused
from tests.formats.exports.samples import AT, read_json

LINK = {
    "createdAt": 1700000000, "title": "A", "tags": ["sea"], "content": {"type": "link", "url": "https://e.org/a"},
    "note": "Read it.", "archived": True, "lists": ["1", "2"],
}  # fmt: skip


def test_a_bookmark_has_its_tags_lists_and_note() -> None:
    lists = [{"id": "1", "name": "Later", "type": "manual"}, {"id": "2", "name": "All", "type": "smart"}]
    assert read_json({"bookmarks": [LINK], "lists": lists}).articles == (
        Incoming("A", url="https://e.org/a", saved=AT, read=True, tagged=("sea", "Later"), note="Read it."),
    )


def test_a_text_becomes_an_article_and_a_file_is_named() -> None:
    text = {**LINK, "title": None, "content": {"type": "text", "text": "Buy bread.\n\nAnd milk."}, "note": None}
    export = read_json({"bookmarks": [text, {**LINK, "title": "Scan", "content": None}, 5]})
    (article,) = export.articles
    assert (article.title, article.body, article.url) == ("Buy bread.", "Buy bread.\n\nAnd milk.", None)
    assert export.refused == (
        Refused("Scan", "the export does not contain its file"),
        Refused("entry 3", "it is not a JSON object"),
    )


def test_a_list_in_a_list_gives_the_names_of_both_and_own_metadata_is_named() -> None:
    lists = [{"id": "1", "name": "Boats", "type": "manual", "parentId": "3"}, {"id": "3", "name": "Later"}]
    export = read_json({"bookmarks": [{**LINK, "customMetadata": {"stars": "5"}}], "lists": lists})
    assert export.articles[0].tagged == ("sea", "Later", "Boats")
    assert export.notes == ("Metadata of your own is left out, of bookmarks: 1.",)
