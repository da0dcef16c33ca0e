"""Exports: another library that takes one in is the same library, and nothing of it is there twice."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import UsageError
from newstui.domain.feed import Feed, SavedSearch
from newstui.domain.highlights.highlight import Highlight
from newstui.domain.rules import Rule
from newstui.formats.articles.images import PICTURE_FOLDER, file_pictures, with_file_pictures
from newstui.services.core.pictures import picture_file
from newstui.services.desk import Desk
from newstui.services.events import Exported, Imported, Skipped
from newstui.services.export import FORMATS, NOTHING, Export, exported_line, format_of
from newstui.store.export_target import ExistsError
from newstui.store.paths import user_paths
from tests.services.runs import import_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.events import Event
    from newstui.services.export import Format

    Desks = Callable[..., Desk]

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
PICTURE = b"\x89PNG\r\n\x1a\n" + b"x" * 20


@pytest.fixture
def full(desk: Desks, write: Callable[..., Path], root: Path) -> Desk:
    """A desk with articles of all kinds, and marks of all kinds."""
    write(
        "post/a.md", "The sea.\n\n## Part\n\nIt is wide.", id="aa1", title="First", tags="[sea, x]", date="2024-05-01"
    )
    write("post/b.md", "A second text.", title="Second", url="https://e.org/page", date="2024-05-02")
    write("post/c.md", "Another text of the same page.", title="Third", url="https://e.org/page", date="2024-05-02")
    write("d.txt", "Plain words\n\nThey have no date.")
    text = "港口很安静。ท่าเรือ المرفأ гавань बंदरगाह\n\n`-->` <b>"
    write('名/?"*.md', text, title='"> 港口 ü <i>"', date="2024-05-04", lang="zh")
    write("book/1.md", "A chapter.", title="One", book="The Book", chapter="1", date="2024-05-05")
    write("gone.md", "Not wanted.", title="Gone", date="2024-05-06")
    write("post/e.md", f"A boat: ![b](../{PICTURE_FOLDER}/b.png) and ![no](gone.png)", title="Boat", date="2024-05-03")
    (root / PICTURE_FOLDER).mkdir()
    (root / PICTURE_FOLDER / "b.png").write_bytes(PICTURE)
    opened = desk()
    list(opened.index.reconcile())
    ids = {each.article.title: each.article.id for each in opened.articles.listed(opened.articles.listing().rows)}
    opened.marks.set("read", [ids["First"], ids["Second"]], True)
    opened.marks.set("bookmarked", [ids["Third"]], True)
    opened.marks.set("tag:one, two", [ids["Second"]], True)
    opened.marks.set("tag:x", ["aa1"], False)
    opened.marks.set("note", ["aa1"], "> The sea.\n\nHow wide?")
    opened.marks.set("position", ["aa1"], 0.5)
    opened.marks.set(
        "highlight:h1", ["aa1"], Highlight("h1", "It --> is <!-- wide.", "Part", note="So\n\nit is.").value
    )
    opened.marks.set("discarded", [ids["Gone"]], True)
    opened.rules.put(Rule("no sport", "football", "hide"))
    opened.feeds.add([Feed("https://e.org/feed", folder="News/海", tags=("t",), known_as="https://e.org/old")])
    opened.searches.add([SavedSearch("Sea", "sea OR ocean")])
    assert opened.flush()
    return opened


def exported(desk: Desk, target: Path, form: Format, query: str = "") -> list[Event]:
    return list(Export(desk, target, form, NOW).write(query))


def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Opens an empty library of another person."""
    monkeypatch.setenv("NEWSTUI_HOME", str(tmp_path / "other-home"))
    library = tmp_path / "other"
    library.mkdir(exist_ok=True)
    return Desk(user_paths(), library)


def contents(desk: Desk) -> dict[str, tuple[object, ...]]:
    """Returns what a reader can tell about each article, by id."""
    list(desk.index.reconcile())
    rows = desk.articles.listing("is:read OR is:unread OR is:discarded").rows
    return {each.article.id: _of(desk, each.article.id) for each in desk.articles.listed(rows)}


def _of(desk: Desk, id_: str) -> tuple[object, ...]:
    article, mark, listed = desk.articles.read(id_), desk.marks.of(id_), desk.articles.find(id_).article
    files = {name: picture_file(desk.library.root, article.path, name) for name in file_pictures(article.body)}
    body = with_file_pictures(article.body, {name: str(file[1]) for name, file in files.items() if file})
    return (article.title, article.source, article.published, article.url, body, article.lang, article.book,
            article.chapter, sorted(listed.tags), mark.read, mark.bookmarked, mark.discarded, mark.position, mark.note,
            mark.highlights)  # fmt: skip


@pytest.mark.parametrize(
    ("form", "name"), [("markdown", "out"), ("json", "out.jsonl"), ("html", "out.html"), ("epub", "out.epub")]
)
def test_another_library_that_takes_it_in_is_the_same(
    full: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Format, name: str
) -> None:
    target = tmp_path / name
    before = contents(full)
    if form in ("html", "epub"):  # they are to be read: what was discarded is not in them
        before = {id_: each for id_, each in before.items() if each[0] != "Gone"}
    assert exported(full, target, form)[-1].articles == len(before)  # type: ignore[union-attr]
    other = elsewhere(tmp_path, monkeypatch)
    for taken in (len(before), 0):
        told = [each for each in import_run(other, NOW).read([target]) if isinstance(each, Imported)]
        assert [(each.taken, each.there) for each in told] == [(taken, len(before) - taken)]
        other.flush()
        assert contents(other) == before
    if form == "markdown":
        assert other.feeds.all() == full.feeds.all()
        assert other.searches.all() == full.searches.all()
        assert other.rules.all() == full.rules.all()
    other.close()


def test_the_feeds_come_back_with_their_folders(full: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(full, tmp_path / "x.opml", "opml")
    other = elsewhere(tmp_path, monkeypatch)
    list(import_run(other, NOW).read([tmp_path / "x.opml"]))
    assert other.feeds.all() == full.feeds.all()
    other.close()


def test_the_library_itself_takes_in_nothing(full: Desk, tmp_path: Path) -> None:
    exported(full, tmp_path / "out", "markdown")
    before = contents(full)
    told = [each for each in import_run(full, NOW).read([tmp_path / "out"]) if isinstance(each, Imported)]
    assert (told[0].taken, told[0].feeds) == (0, 0)
    assert contents(full) == before


def test_a_query_chooses_and_the_pictures_come_along(full: Desk, tmp_path: Path) -> None:
    assert exported(full, tmp_path / "out", "markdown", "boat")[-1] == Exported(str(tmp_path / "out"), 1, 1)
    assert not (tmp_path / "out" / "feeds.opml").exists()
    (file,) = (tmp_path / "out").glob("post/*.md")
    text = file.read_text(encoding="utf-8")
    (picture,) = (tmp_path / "out" / "pictures").iterdir()
    assert f"![b](../pictures/{picture.name})" in text
    assert "![no](gone.png)" in text


def test_what_is_there_stays(full: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("mine")
    with pytest.raises(ExistsError):
        exported(full, tmp_path / "x.jsonl", "json")
    assert (tmp_path / "x.jsonl").read_text() == "mine"
    list(Export(full, tmp_path / "x.jsonl", "json", NOW, overwrites=True).write())
    assert (tmp_path / "x.jsonl").read_text() != "mine"


def test_the_library_is_no_target(full: Desk) -> None:
    with pytest.raises(UsageError, match="in your library"):
        exported(full, full.library.root / "out", "markdown")


def test_a_cancelled_export_leaves_nothing(full: Desk, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    for form, name in (("markdown", "out"), ("epub", "x.epub")):
        assert list(Export(full, tmp_path / name, form, NOW, is_cancelled=lambda: True).write()) == []  # type: ignore[arg-type]
    assert set(tmp_path.iterdir()) == before


def test_the_contents_of_a_page_lead_to_the_right_articles_where_one_is_gone(
    full: Desk, root: Path, tmp_path: Path
) -> None:
    (root / "post" / "b.md").unlink()
    target = tmp_path / "page.html"
    assert any(isinstance(each, Skipped) for each in exported(full, target, "html"))
    page = target.read_text(encoding="utf-8")
    contents = {title: number for number, title in re.findall(r'<a href="#(a\d+)">([^<]+)</a>', page)}
    articles = dict(re.findall(r'<article id="(a\d+)"[^>]*>\n<h1>([^<]+)</h1>', page))
    assert articles
    assert all(contents[title] == number for number, title in articles.items())


def test_an_article_whose_file_is_gone_is_told(full: Desk, root: Path, tmp_path: Path) -> None:
    (root / "post" / "a.md").unlink()
    events = exported(full, tmp_path / "x.jsonl", "json")
    assert [each.path for each in events if isinstance(each, Skipped)] == ["aa1"]
    assert events[-1].articles == 7  # type: ignore[union-attr]


def test_the_ending_says_the_form() -> None:
    assert format_of(Path("a.epub")) == "epub"
    assert format_of(Path("a.JSONL")) == "json"
    assert format_of(Path("a")) == "markdown"
    assert format_of(Path("a.epub"), "html") == "html"
    for name in ("a.pdf", "a.foo"):
        with pytest.raises(UsageError) as caught:
            format_of(Path(name))
        assert ".epub" in caught.value.hint


def test_a_folder_may_have_a_name_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.foo").mkdir()
    assert {format_of(tmp_path / name) for name in ("x.foo", "backup-1.5", "news.2026-11-29")} == {"markdown"}


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_to_export_writes_nothing(desk: Desks, tmp_path: Path, form: Format) -> None:
    events = exported(desk(), tmp_path / "x", form)
    assert events[-1] == Exported(str(tmp_path / "x"))
    assert not (tmp_path / "x").exists()


def test_words_for_what_was_exported() -> None:
    assert exported_line(Exported("x", 1, 2, 1, 2)) == "1 article, 2 pictures, 1 feed, 2 saved searches exported to x"
    assert exported_line(Exported("x")) == NOTHING
