"""Both versions of Wallabag's JSON."""

from __future__ import annotations

from newstui.domain.articles.incoming import Incoming, Refused
from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import AT, read_json


def test_version_1() -> None:
    content = "<p>The <b>ferry</b> stops.</p>"
    old = {"0": "1", "id": "1", "title": "One", "url": "https://e.org/1", "is_read": "1", "is_fav": "0",
           "content": content, "user_id": "1", "tags": "sea,long read"}  # fmt: skip
    export = read_json([old, {**old, "is_read": "0", "is_fav": "1", "tags": "", "content": ""}, "odd"])
    assert export.format == "Wallabag JSON, version 1"
    one, two = export.articles
    assert (one.title, one.url, one.read, one.bookmarked, one.tagged) == (
        "One", "https://e.org/1", True, False, ("sea", "long read"),
    )  # fmt: skip
    assert "ferry" in one.body and "<" not in one.body
    assert (two.body, two.read, two.bookmarked, two.tagged) == ("", False, True, ())
    assert export.refused == (Refused("entry 3", "it is not a JSON object"),)


def test_version_2() -> None:
    entry = {
        "id": 7, "title": "One", "url": "https://e.org/a/1", "is_archived": 1, "is_starred": True, "reading_time": 3,
        "content": '<p>The <a href="/b">ferry</a> stops.</p>', "created_at": "2023-11-14T23:13:20+0100",
        "published_at": "2023-11-14 22:13:20", "published_by": ["A. Author", "", "B. Author"], "language": "pt_BR",
        "preview_picture": "https://e.org/p.jpg", "tags": ["sea", {"label": "long read", "slug": "x"}, None],
        "annotations": [{"text": "True?", "quote": "The ferry\nstops"}, {"quote": "", "text": "A note"}, "odd"],
    }  # fmt: skip
    export = read_json([entry])
    assert export.format == "Wallabag JSON, version 2"
    assert "(https://e.org/b)" in export.articles[0].body
    assert export.articles[0] == Incoming(
        "One", body=export.articles[0].body, url="https://e.org/a/1", author="A. Author, B. Author", published=AT,
        saved=AT, lang="pt-br", image="https://e.org/p.jpg", read=True, bookmarked=True, tagged=("sea", "long read"),
        **annotated("> The ferry\n> stops\n\nTrue?\n\nA note"),
    )  # fmt: skip


def test_an_article_for_which_wallabag_had_no_text_has_no_body() -> None:
    failed = "wallabag can't retrieve contents for this article. Please <a href='x'>report this issue to us</a>."
    entries = [
        {"title": "A", "url": "https://e.org/", "is_archived": False, "content": text} for text in (failed, None, 5)
    ]
    assert [article.body for article in read_json(entries).articles] == ["", "", "5"]
