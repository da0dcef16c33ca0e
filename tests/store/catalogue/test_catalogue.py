"""The catalogue mirrors marks and library, and says so when its file is no use."""

from __future__ import annotations

import os
import sqlite3
from array import array
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.articles.article import Article
from newstui.domain.errors import StorageError
from newstui.domain.marks.change import Change, Stamp
from newstui.domain.marks.fold import fold, mark_of
from newstui.domain.search.parser import parse
from newstui.domain.search.query import EVERYTHING
from newstui.domain.search.sort import SORTS
from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.catalogue.connection import CatalogueError
from newstui.store.catalogue.index_row import IndexRow, index_row_of
from newstui.store.journal.folder import Signature
from newstui.store.library.library import File, Folder
from tests.changes import IDS, changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.marks.fields import Value

NOW = datetime(2024, 5, 15, tzinfo=UTC)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    yield opened
    opened.close()


def _article(id_: str = "a", title: str = "A title", body: str = "Some body", **more: object) -> Article:
    values: dict[str, object] = {"published": NOW, "source": "Wire", "words": 2, "tags": ("x", "own")}
    return Article(id=id_, title=title, body=body, **{**values, **more})  # type: ignore[arg-type]


def _filed(file: File, article: Article) -> tuple[File, IndexRow]:
    return file, index_row_of(file, article)


def _put(catalogue: Catalogue, path: str, article: Article, mtime_ns: int = 10**9) -> list[str]:
    with catalogue.transaction():
        return catalogue.files.put(*_filed(File(path, 5, mtime_ns), article))


def _rows(catalogue: Catalogue, query: str = "") -> list[int]:
    return list(catalogue.lists.rows(parse(query, NOW), "oldest")[0])


def _ids(catalogue: Catalogue, query: str = "") -> set[str]:
    return set(catalogue.lists.ids(_rows(catalogue, query)))


def _change(at: int, field: str, to: Value, *articles: str) -> Change:
    return Change(Stamp(at, "s", at), field, articles or ("a",), (None,), (to,))


@settings(max_examples=60, deadline=None)
@given(st.lists(changes(), max_size=14), st.data())
def test_the_mirror_is_the_fold_whatever_the_order_and_the_batches(made: list[Change], data: st.DataObject) -> None:
    made = list({change.stamp: change for change in made}.values())
    shuffled = data.draw(st.permutations(made + made[:3]))
    catalogue = Catalogue(Path(":memory:"))
    _put(catalogue, "a.md", _article("a"))
    _put(catalogue, "b.md", _article("b"))
    while shuffled:
        count = data.draw(st.integers(1, len(shuffled)))
        catalogue.marks.apply(shuffled[:count])
        shuffled = shuffled[count:]
    _put(catalogue, "c.md", _article("c"))  # its marks waited for it
    folded = fold(made)
    for id_ in IDS:
        assert catalogue.marks.fields(id_) == folded.get(id_, {})
        mark = mark_of(folded.get(id_, {}))
        found = catalogue.lists.find(id_)
        assert found is not None
        assert found.article.tags == mark.tags(("x", "own"))
        mirrored = (found.mark.read, found.mark.read_at, found.mark.bookmarked, found.mark.position, found.mark.note)
        assert (*mirrored, found.mark.discarded) == (
            mark.read, mark.read_at, mark.bookmarked, mark.position, mark.note, mark.discarded
        )  # fmt: skip
    catalogue.close()


def test_every_state_can_be_asked_for(catalogue: Catalogue) -> None:
    fields: dict[str, Value] = {"read": True, "bookmarked": True, "started": 0.5, "noted": "n", "discarded": True}
    names = {"started": "position", "noted": "note"}
    for state in (*fields, "plain"):
        _put(catalogue, f"{state}.md", _article(state))
    catalogue.marks.apply(
        [_change(at, names.get(state, state), to, state) for at, (state, to) in enumerate(fields.items(), 1)]
    )
    for state in fields:
        assert _ids(catalogue, f"is:{state}") == {state}
        assert _ids(catalogue, f"-is:{state}") == {*fields, "plain"} - {state} - (
            {"discarded"} if state != "discarded" else set()
        )
    assert _ids(catalogue) == {*fields, "plain"} - {"discarded"}
    assert _ids(catalogue, "is:unread") == {"bookmarked", "started", "noted", "plain"}
    assert catalogue.lists.unread_count() == 4
    assert catalogue.lists.count() == 6


def test_every_sort_is_as_said(catalogue: Catalogue) -> None:
    made = [("a", "über", "wire", 1, 30), ("b", "Apfel", "Zeit", 2, 10), ("c", "zebra", "Field", 3, 20)]
    for id_, title, source, day, words in made:
        article = _article(id_, title, "word " * day, source=source, published=NOW + timedelta(days=day), words=words)
        _put(catalogue, f"{id_}.md", article)
    orders = {
        "newest": "cba",
        "oldest": "abc",
        "title": "bca",
        "source": "cab",
        "shortest": "bca",
        "longest": "acb",
        "rank": "cba",
    }
    for sort in SORTS:
        rows, _ = catalogue.lists.rows(EVERYTHING, sort)
        assert "".join(catalogue.lists.ids(rows)) == orders[sort]
    assert len(catalogue.lists.rows(EVERYTHING, "newest", limit=2)[0]) == 2


def test_rank_puts_titles_first(catalogue: Catalogue) -> None:
    _put(catalogue, "a.md", _article("a", "Other", "bison and much else besides", published=NOW + timedelta(days=1)))
    _put(catalogue, "b.md", _article("b", "Bison", "nothing else"))
    rows, _ = catalogue.lists.rows(parse("bison", NOW), "rank")
    assert catalogue.lists.ids(rows) == ["b", "a"]


def test_what_left_the_answer_can_stay_in_its_place(catalogue: Catalogue) -> None:
    for number in range(3):
        _put(catalogue, f"{number}.md", _article(str(number), published=NOW + timedelta(days=number)))
    all_rows = _rows(catalogue)
    catalogue.marks.apply([_change(1, "read", True, "1")])
    assert list(catalogue.lists.rows(parse("is:unread", NOW), "oldest", also=[all_rows[1]])[0]) == all_rows


def test_a_headline_has_its_own_clock(catalogue: Catalogue) -> None:
    published = datetime(2024, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=-9, minutes=-30)))
    _put(catalogue, "a.md", _article(published=published))
    [row] = _rows(catalogue)
    [headline] = catalogue.lists.headlines([row, 999])
    assert headline.published == published
    assert headline.published.utcoffset() == published.utcoffset()
    assert (headline.id, headline.title, headline.read, headline.position) == ("a", "A title", False, 0.0)
    assert [each.article.id for each in catalogue.lists.listed([row, 999])] == ["a"]


def test_unread_ones_keep_their_order(catalogue: Catalogue) -> None:
    for number in range(4):
        _put(catalogue, f"{number}.md", _article(str(number)))
    rows = _rows(catalogue)
    catalogue.marks.apply([_change(1, "read", True, "1", "2")])
    assert catalogue.lists.unread_among(rows[::-1]) == [rows[3], rows[0]]


def test_ids_are_found_by_their_start(catalogue: Catalogue) -> None:
    for id_ in ("abc", "abd", "a%c"):
        _put(catalogue, f"{id_}.md", _article(id_))
    assert catalogue.lists.ids_starting_with("ab") == ["abc", "abd"]
    assert catalogue.lists.ids_starting_with("a%") == ["a%c"]
    assert catalogue.lists.row_of("nobody") is None
    assert catalogue.lists.find("nobody") is None
    assert catalogue.files.id_at("nowhere.md") is None


def test_names_are_counted(catalogue: Catalogue) -> None:
    _put(catalogue, "a.md", _article("a", tags=("x", "y"), source="One"))
    _put(catalogue, "b.md", _article("b", tags=("y",), source="One"))
    _put(catalogue, "c.md", _article("c", tags=(), source="Two"))
    catalogue.marks.apply([_change(1, "tag:z", True, "c"), _change(2, "tag:x", False, "a")])
    assert catalogue.lists.counts_by("source") == [("One", 2), ("Two", 1)]
    assert catalogue.lists.counts_by("tag") == [("y", 2), ("z", 1)]
    assert catalogue.marks.holding_tag(["a", "b", "nobody"], "x") == {"a"}


def test_values_come_back_with_their_kind(catalogue: Catalogue) -> None:
    _put(catalogue, "a.md", _article())
    made: dict[str, Value] = {"read": True, "bookmarked": False, "position": 1.0, "note": "n", "tag:x": False}
    catalogue.marks.apply([_change(at, field, to) for at, (field, to) in enumerate(made.items(), 1)])
    for field, to in made.items():
        [value] = catalogue.marks.values(["a"], field)
        assert value == to and type(value) is type(to)
        assert type(catalogue.marks.fields("a")[field][1]) is type(to)
    assert catalogue.marks.values(["b"], "read") == [None]


def test_many_at_once_are_as_each_alone(tmp_path: Path) -> None:
    marks = [_change(1, "read", True, "1"), _change(2, "tag:mine", True, "2"), _change(3, "discarded", True, "7")]
    known = [(File("a/old.md", 5, 1), _article("old", body="old words"))]
    known += [(File("a/edited.md", 5, 1), _article("before", body="first words"))]
    new = [(File(f"a/{number}.md", number, 10**9), _article(str(number), f"Title {number}")) for number in range(8)]
    new += [(File("b/copy.md", 5, 2), _article("3", "Title 3")), (File("b/old.md", 5, 2), _article("old"))]
    new += [(File("a/edited.md", 6, 2), _article("after", body="second words", notes=("odd",)))]
    dumps = []
    for name in ("one by one", "at once"):
        catalogue = Catalogue(tmp_path / name)
        catalogue.marks.apply(marks)
        for file, article in known:
            _put(catalogue, file.path, article)
        with catalogue.transaction():
            if name == "at once":
                standing = catalogue.files.put_all([_filed(*each) for each in new])
            else:
                standing = [path for file, article in new for path in catalogue.files.put(*_filed(file, article))]
        assert standing == []
        columns = "id, path, title, source, author, published, added, words, text, tags, own_tags, read, discarded"
        dumps.append((
            catalogue.connection.db.execute(f"SELECT {columns} FROM article ORDER BY id").fetchall(),
            catalogue.connection.db.execute(
                "SELECT file.path, size, mtime_ns, notes, id FROM file JOIN article USING (row) ORDER BY 1"
            ).fetchall(),
            {word: _ids(catalogue, word) for word in ("title", "some", "old", "first", "second", "is:read")},
        ))  # fmt: skip
        assert catalogue.files.ids_among(["3", "after", "before", "nobody"]) == {"3", "after"}
        catalogue.close()
    assert dumps[0] == dumps[1]


def test_more_than_can_be_asked_for_at_once_are_put(catalogue: Catalogue) -> None:
    many = [(File(f"{number}.md", 1, 1), _article(str(number))) for number in range(1_100)]
    with catalogue.transaction():
        catalogue.files.put_all([_filed(*each) for each in many])
    with catalogue.transaction():
        catalogue.files.put_all([_filed(*each) for each in many])
    assert catalogue.lists.count() == len(_rows(catalogue, "some")) == 1_100
    assert catalogue.files.ids_among([article.id for _, article in many]) == {article.id for _, article in many}


def test_what_a_batch_costs_does_not_grow_with_the_catalogue(catalogue: Catalogue) -> None:
    asked: list[str] = []
    catalogue.connection.db.set_trace_callback(asked.append)
    with catalogue.transaction():
        catalogue.files.put_all([_filed(File(f"a/{number}.md", 1, 1), _article(str(number))) for number in range(3)])
    catalogue.connection.db.set_trace_callback(None)
    asked = [each for each in asked if each.startswith(("SELECT", "WITH"))]
    plans = [step for each in asked for *_, step in catalogue.connection.db.execute(f"EXPLAIN QUERY PLAN {each}")]
    assert any(step.startswith("SEARCH file") for step in plans)
    assert not [step for step in plans if step.startswith(("SCAN file", "SCAN article", "SCAN mark"))]


def test_a_copy_is_the_same_article_and_stays_when_either_goes(catalogue: Catalogue) -> None:
    for first, second in (("a.md", "b/a.md"), ("b/a.md", "a.md")):
        _put(catalogue, first, _article())
        _put(catalogue, second, _article())
        assert catalogue.lists.count() == 1
        with catalogue.transaction():
            assert catalogue.files.remove([first]) == [second]
        assert _ids(catalogue, "body") == {"a"}
        found = catalogue.lists.find("a")
        assert found is not None and found.article.path == second
        with catalogue.transaction():
            assert catalogue.files.remove([second, "never.md"]) == []
        assert catalogue.lists.count() == 0


def test_the_row_stays_while_the_text_does(catalogue: Catalogue) -> None:
    _put(catalogue, "a.md", _article())
    catalogue.marks.apply([_change(1, "read", True)])
    before = _rows(catalogue)
    _put(catalogue, "a.md", _article(source="Another", tags=("new",)), 2 * 10**9)
    assert _rows(catalogue, "source:another tag:new is:read") == before
    _put(catalogue, "a.md", _article(body="rewritten"), 3 * 10**9)
    assert _rows(catalogue, "rewritten is:read") != before
    assert _rows(catalogue, "some") == []
    found = catalogue.lists.find("a")
    assert found is not None and found.added == datetime.fromtimestamp(1, UTC)


def test_a_file_that_holds_another_article_lets_the_old_one_go(catalogue: Catalogue) -> None:
    _put(catalogue, "a.md", _article("a"))
    _put(catalogue, "a.md", _article("b"))
    assert _ids(catalogue) == {"b"}
    assert catalogue.files.of_article("b") == [File("a.md", 5, 10**9)]
    assert catalogue.files.of_article("a") == []


def test_names_that_are_no_text_are_kept(catalogue: Catalogue) -> None:
    path = os.fsdecode(b"d\xff/\xfe.md")
    _put(catalogue, path, _article(notes=("odd",)))
    with catalogue.transaction():
        catalogue.files.put_folder(Folder(os.fsdecode(b"d\xff"), 1, 2, 1))
    found = catalogue.lists.find("a")
    assert found is not None and found.article.path == path
    assert catalogue.files.id_at(path) == "a"
    assert list(catalogue.files.in_folder(os.fsdecode(b"d\xff"))) == [path]
    assert list(catalogue.files.notes()) == [(path, "odd")]
    assert catalogue.files.folders() == {os.fsdecode(b"d\xff"): (1, 2)}
    with catalogue.transaction():
        catalogue.files.remove_folder(os.fsdecode(b"d\xff"))
    assert catalogue.files.folders() == {}


def test_journal_files_that_were_seen_are_remembered(catalogue: Catalogue) -> None:
    catalogue.marks.set_journal_files({"a.json": Signature(1, 2), "b.json": Signature(3, 4)}, ())
    catalogue.marks.set_journal_files({"a.json": Signature(5, 6)}, ["b.json"])
    assert catalogue.marks.journal_files() == {"a.json": Signature(5, 6)}


def test_a_kept_listing_comes_back(catalogue: Catalogue) -> None:
    kept = (array("q", [3, 1]), array("q", [0]), array("q", [700_000]))
    assert catalogue.listing_cache.get("newest") is None
    catalogue.listing_cache.put("newest", *kept)
    assert catalogue.listing_cache.get("newest") == kept


def test_nothing_of_a_transaction_that_fails_is_seen(catalogue: Catalogue) -> None:
    with pytest.raises(KeyboardInterrupt), catalogue.transaction():
        catalogue.files.put(*_filed(File("a.md", 1, 1), _article()))
        raise KeyboardInterrupt
    assert catalogue.lists.count() == 0
    _put(catalogue, "a.md", _article())
    assert catalogue.lists.count() == 1


def test_a_catalogue_that_another_program_writes_is_in_the_way_not_broken(tmp_path: Path) -> None:
    first = Catalogue(tmp_path / "c.sqlite")
    second = Catalogue(tmp_path / "c.sqlite", busy_ms=1)
    with first.transaction(), pytest.raises(StorageError, match="cannot be used now"):
        second.marks.apply([_change(1, "read", True)])
    second.marks.apply([_change(1, "read", True)])
    assert list(first.marks.fields("a")) == ["read"]
    first.close()
    second.close()


def test_a_file_that_is_no_catalogue_is_named(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with pytest.raises(CatalogueError):
        Catalogue(path)
    (tmp_path / "folder.sqlite").mkdir()
    with pytest.raises(StorageError):
        Catalogue(tmp_path / "folder.sqlite")


def test_an_older_schema_under_the_same_name_is_named(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "c.sqlite") as db:
        db.execute("CREATE TABLE prose (x)")
    db.close()
    catalogue = Catalogue(tmp_path / "c.sqlite")
    with pytest.raises(CatalogueError):
        catalogue.lists.count()
    catalogue.close()


def test_a_listing_that_was_kept_badly_is_named(catalogue: Catalogue) -> None:
    catalogue.connection.db.execute("INSERT INTO kept_listing VALUES ('x', x'00', x'', x'')")
    with pytest.raises(CatalogueError, match="cached listing"):
        catalogue.listing_cache.get("x")


def test_sqlites_own_check_is_told(catalogue: Catalogue) -> None:
    assert catalogue.connection.check() == "ok"
    catalogue.tidy()
    catalogue.connection.db.close()
    catalogue.path.write_bytes(catalogue.path.read_bytes()[:5000])
    with pytest.raises(CatalogueError):
        Catalogue(catalogue.path).lists.count()
