"""`debug extract` gives the article of a saved page as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.commands.debug.extract import article_fields

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newstui

PAGE = (
    "<html><head><title>The last ferry</title><meta name=author content='By A. Author'>"
    "<meta name=date content=2024-05-01></head><body><p>It left on <a href=/day>Friday</a>.</p></body></html>"
)
FIELDS = {
    "md": "It left on [Friday](https://e.org/day).",
    "title": "The last ferry",
    "author": "A. Author",
    "date": "2024-05-01T00:00:00+00:00",
}


def test_the_article_of_a_file_is_given(newstui: Newstui, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    assert newstui("debug", "extract", "--json", str(file), "--url", "https://e.org/news/1").objects == [FIELDS]


def test_a_page_saved_as_mhtml_is_opened() -> None:
    head = "Snapshot-Content-Location: https://e.org/news/1\nContent-Type: multipart/related; boundary=b\n\n"
    assert article_fields(f"{head}--b\nContent-Type: text/html\n\n{PAGE}\n--b--\n".encode()) == FIELDS


def test_fields_that_a_page_lacks_are_null() -> None:
    assert article_fields(b"<p>x") == {"md": "x", "title": None, "author": None, "date": None}


def test_a_file_that_is_not_there_is_an_error(newstui: Newstui, tmp_path: Path) -> None:
    result = newstui("debug", "extract", str(tmp_path / "none.html"))
    assert result.status == 1
    assert "cannot be read" in result.err
