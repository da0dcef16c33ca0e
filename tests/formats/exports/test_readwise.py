"""The table of Readwise Reader."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.articles.incoming import Export, Incoming, Refused
from tests.formats.exports.samples import AT, read


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
