"""Tables in every form that services and spreadsheets give them."""

from __future__ import annotations

import pytest

from newstui.domain.articles.incoming import Incoming, Refused
from tests.formats.exports.samples import AT, read


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_in_every_encoding_and_with_every_line_end(encoding: str, end: str) -> None:
    text = f'title,url,time_added,tags,status{end}"Où{end}{end}est",https://e.org/a,1700000000,,unread{end}'
    assert read(text, encoding).articles == (Incoming("Où est", url="https://e.org/a", saved=AT, read=False),)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_with_the_delimiters_of_a_spreadsheet_is_read(delimiter: str) -> None:
    text = "Title,URL,Selection,Folder,Timestamp\nA,https://e.org/a,,Unread,1700000000\n".replace(",", delimiter)
    assert read(text).articles == (Incoming("A", url="https://e.org/a", saved=AT, read=False),)


def test_rows_that_do_not_fit_are_refused_by_name_and_line() -> None:
    export = read(
        "title,url,time_added,tags,status\n"
        "Script,javascript:alert(1),1,,unread\n"
        "\x1b[31mNone,,1,,unread\n"
        ",,1,,unread\n"
        "A title, with a comma,https://e.org,1,,unread\n"
        f"Long,https://e.org/{'a' * 5000},1,,unread\n"
        "Short,https://e.org/short\n"
        '"Never closed,https://e.org/lost,1,,unread\nB,https://e.org/b,1,,unread\n'
    )
    assert [article.url for article in export.articles] == ["https://e.org/short"]
    assert export.refused == (
        Refused("Script", "its address is not http or https: javascript:alert(1)"),
        Refused("[31mNone", "it has no address"),
        Refused("an entry without a title", "it has no address"),
        Refused("line 5: A title with a comma https://e.org 1 unread", "it has 6 columns where the table has 5"),
        Refused("Long", "its address is longer than 4,000 characters"),
        Refused("line 8", "a quotation mark is not closed: this line and the 2 below it are lost"),
    )


def test_cells_that_are_missing_at_the_end_of_a_row_are_empty() -> None:
    export = read("id,title,note,excerpt,url,folder,tags,created\n1,Short\n2,Whole,,,https://e.org/,,,\n")
    assert [article.title for article in export.articles] == ["Whole"]


def test_a_very_long_cell_is_read_whole() -> None:
    export = read(f'URL,Title,Selection,Folder\nhttps://e.org/a,A,"{"word " * 60_000}",Unread\n')
    assert len(export.articles[0].highlights[0][1]) > 250_000
