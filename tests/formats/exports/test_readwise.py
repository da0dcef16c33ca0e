"""The table of Readwise Reader, and the documents of its API."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import AT, read, read_json


def test_locations_are_read_states_and_bookmarks() -> None:
    export = read(
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
        "One,https://e.org/1,01a,\"['sea', \"\"it's\"\", 'a\\'b']\",2023-11-14 22:13:20+00:00,0.25,new,True\n"
        "Two,https://e.org/2,01b,[],2023-11-14 22:13:20+00:00,1,archive,True\n"
        "Three,https://e.org/3,01c,,2023-11-14,0,feed,False\n"
        'Four,https://e.org/4,01d,"a, b",,nan,feed,True\n'
        "Five,https://e.org/5,01e,[],,7,shortlist,False\n"
        "Mail,mailto:reader-forwarded-email/abc,01f,[],,,later,False\n"
    )
    assert export == Export(
        "Readwise Reader CSV",
        (
            Incoming("One", url="https://e.org/1", saved=AT, read=False, position=0.25, tagged=("sea", "it's", "a'b")),
            Incoming("Two", url="https://e.org/2", saved=AT, read=True, position=1.0),
            Incoming(
                "Three", url="https://e.org/3", saved=datetime(2023, 11, 14, tzinfo=UTC), read=False, position=0.0
            ),
            Incoming("Four", url="https://e.org/4", read=True, tagged=("a", "b")),
            Incoming("Five", url="https://e.org/5", read=False, bookmarked=True, position=1.0),
        ),
        refused=(Refused("Mail", "its address is not http or https: mailto:reader-forwarded-email/abc"),),
    )


def test_a_list_of_tags_that_is_never_closed_is_read_to_its_end() -> None:
    export = read(
        "title,url,document tags\nA,https://e.org/,\"['sea', 'it\\'s'\"\nB,https://e.org/b,\"['sea', 'lo\\\"\n"
    )
    assert [article.tagged for article in export.articles] == [("sea", "it's"), ("sea", "lo")]
    endless = read("title,url,document tags\nA,https://e.org/,\"['" + "\\'" * 200_000 + '"\n')
    assert len(endless.articles) == 1


def test_documents_of_the_api_have_their_highlights() -> None:
    document = {
        "id": "01a", "url": "https://read.readwise.io/read/01a", "source_url": "https://e.org/a", "title": "One",
        "location": "archive", "category": "article", "tags": {"sea": {"name": "sea"}}, "reading_progress": 0.25,
        "saved_at": "2023-11-14T22:13:20Z", "notes": "All of it", "html_content": "<p>A text.", "parent_id": None,
    }  # fmt: skip
    passage = {"id": "01b", "parent_id": "01a", "category": "highlight", "content": "A fine line", "source_url": "x"}
    note = {"id": "01c", "parent_id": "01b", "category": "note", "content": "Mine"}
    mail = {"id": "01d", "source_url": "mailto:abc", "title": "Mail", "location": "feed", "first_opened_at": "2023"}
    export = read_json({"count": 5, "results": [
        passage, document, note, {**mail, "html_content": "<p>Dear you"}, mail, 7]})  # fmt: skip
    assert export.articles == (
        Incoming("One", "A text.", url="https://e.org/a", saved=AT, read=True, position=0.25, tagged=("sea",),
                 **annotated("> A fine line\n\nMine", "All of it")),
        Incoming("Mail", "Dear you", feed="https://readwise.io/reader/", guid="01d", read=True),
    )  # fmt: skip
    assert [each.why for each in export.refused] == ["it has no address and no text", "it is not a JSON object"]
