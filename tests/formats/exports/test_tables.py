"""Exports that are tables: Pocket, Instapaper, Readwise Reader, Raindrop."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.formats.exports.detect import read_export

AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
"""1,700,000,000 seconds since 1970."""


def read(text: str, encoding: str = "utf-8") -> Export:
    return read_export(text.encode(encoding), "export.csv")


@pytest.mark.parametrize(
    "header",
    ["title,url,time_added,tags,status", "title,url,time_added,cursor,tags,status", "url,title,tags,status,time_added"],
)
def test_pocket_in_each_shape(header: str) -> None:
    cells = {
        "title": '"The ferry, ""again"""', "url": "https://e.org/a?b=1", "time_added": "1700000000", "cursor": "",
        "tags": "sea|long read", "status": "archive",
    }  # fmt: skip
    row = ",".join(cells[column] for column in header.split(","))
    empty = ",".join({"url": "https://e.org/b", "status": "unread"}.get(column, "") for column in header.split(","))
    assert read(f"{header}\n{row}\n\n{empty}\n") == Export(
        "Pocket CSV",
        (
            Incoming('The ferry, "again"', url="https://e.org/a?b=1", saved=AT, read=True, tagged=("sea", "long read")),
            Incoming("https://e.org/b", url="https://e.org/b", read=False),
        ),
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_in_every_encoding_and_with_every_line_end(encoding: str, end: str) -> None:
    text = f'title,url,time_added,tags,status{end}"Où{end}{end}est",https://e.org/a,1700000000,,unread{end}'
    assert read(text, encoding).articles == (Incoming("Où est", url="https://e.org/a", saved=AT, read=False),)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_that_went_through_a_spreadsheet(delimiter: str) -> None:
    text = "Title,URL,Selection,Folder,Timestamp\nA,https://e.org/a,,Unread,1700000000\n".replace(",", delimiter)
    assert read(text).articles == (Incoming("A", url="https://e.org/a", saved=AT, read=False),)


def test_rows_that_do_not_fit_are_refused_by_name_and_line() -> None:
    found = read(
        "title,url,time_added,tags,status\n"
        "Script,javascript:alert(1),1,,unread\n"
        "\x1b[31mNone,,1,,unread\n"
        ",,1,,unread\n"
        "A title, with a comma,https://e.org,1,,unread\n"
        f"Long,https://e.org/{'a' * 5000},1,,unread\n"
        "Short,https://e.org/short\n"
        '"Never closed,https://e.org/lost,1,,unread\nB,https://e.org/b,1,,unread\n'
    )
    assert [article.url for article in found.articles] == ["https://e.org/short"]
    assert found.refused == (
        Refused("Script", "its address is not http or https: javascript:alert(1)"),
        Refused("[31mNone", "it has no address"),
        Refused("an entry without a title", "it has no address"),
        Refused("line 5: A title with a comma https://e.org 1 unread", "it has 6 columns where the table has 5"),
        Refused("Long", "its address is longer than 4,000 characters"),
        Refused("line 8", "a quotation mark is not closed: this line and the 2 below it are lost"),
    )


def test_cells_that_are_missing_at_the_end_of_a_row_are_empty() -> None:
    found = read("id,title,note,excerpt,url,folder,tags,created\n1,Short\n2,Whole,,,https://e.org/,,,\n")
    assert [article.title for article in found.articles] == ["Whole"]


def test_a_very_long_cell_is_a_cell() -> None:
    found = read(f'URL,Title,Selection,Folder\nhttps://e.org/a,A,"{"word " * 60_000}",Unread\n')
    assert len(found.articles[0].note) > 250_000


def test_instapaper() -> None:
    found = read(
        "URL,Title,Selection,Folder,Timestamp,Tags\n"
        'https://e.org/1,One,"Said so.\n\nTwice.",Unread,1700000000,"[""sea"", ""long read""]"\n'
        "https://e.org/2,Two,,Archive,1700000000,[]\n"
        "https://e.org/3,Three,,Starred,,\n"
        'https://e.org/4,Four,,Recipes,0,"a,b"\n'
    )
    assert found == Export(
        "Instapaper CSV",
        (
            Incoming("One", url="https://e.org/1", saved=AT, read=False, tagged=("sea", "long read"),
                     note="> Said so.\n>\n> Twice."),
            Incoming("Two", url="https://e.org/2", saved=AT, read=True),
            Incoming("Three", url="https://e.org/3", bookmarked=True),
            Incoming("Four", url="https://e.org/4", tagged=("Recipes", "a", "b")),
        ),
    )  # fmt: skip


def test_readwise_reader() -> None:
    found = read(
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
        "One,https://e.org/1,01a,\"['sea', \"\"it's\"\", 'a\\'b']\",2023-11-14 22:13:20+00:00,0.25,new,True\n"
        "Two,https://e.org/2,01b,[],2023-11-14 22:13:20+00:00,1,archive,True\n"
        "Three,https://e.org/3,01c,,2023-11-14,0,feed,False\n"
        'Four,https://e.org/4,01d,"a, b",,nan,feed,True\n'
        "Five,https://e.org/5,01e,[],,7,shortlist,False\n"
        "Mail,mailto:reader-forwarded-email/abc,01f,[],,,later,False\n"
    )
    assert found == Export(
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
    found = read(
        "title,url,document tags\nA,https://e.org/,\"['sea', 'it\\'s'\"\nB,https://e.org/b,\"['sea', 'lo\\\"\n"
    )
    assert [article.tagged for article in found.articles] == [("sea", "it's"), ("sea", "lo")]
    endless = read("title,url,document tags\nA,https://e.org/,\"['" + "\\'" * 200_000 + '"\n')
    assert len(endless.articles) == 1


def test_raindrop() -> None:
    found = read(
        "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
        '1,One,My note,Short.,https://e.org/1,Work / Boats,"sea, long read",2023-11-14T22:13:20.000Z,'
        'https://e.org/c.jpg,"Highlight:Said so.\nNote:True?\n\nHighlight:And this.",true\n'
        '2,Two,,,https://e.org/2,Unsorted,,1700000000,,"One line\n\nTwo lines",false\n'
    )
    assert found == Export(
        "Raindrop CSV",
        (
            Incoming("One", url="https://e.org/1", saved=AT, summary="Short.", image="https://e.org/c.jpg",
                     bookmarked=True, tagged=("sea", "long read", "Work", "Boats"),
                     note="My note\n\n> Said so.\n\nTrue?\n\n> And this."),
            Incoming("Two", url="https://e.org/2", saved=AT, bookmarked=False, note="> One line\n\n> Two lines"),
        ),
    )  # fmt: skip


def test_raindrop_without_the_columns_that_came_late() -> None:
    found = read("folder,url,title,note,tags,created\nBoats,https://e.org/1,One,,,1700000000\n")
    assert found.articles == (Incoming("One", url="https://e.org/1", saved=AT, tagged=("Boats",)),)
