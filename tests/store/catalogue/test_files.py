"""Files and the articles that they are."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.library.library import File, Folder
from tests.store.catalogue.filling import article_of, change_of, filed, ids_of, put, rows_of

if TYPE_CHECKING:
    from pathlib import Path


def test_many_files_put_at_once_are_as_each_put_alone(tmp_path: Path) -> None:
    marks = [change_of(1, "read", True, "1"), change_of(2, "tag:mine", True, "2"), change_of(3, "discarded", True, "7")]
    known = [(File("a/old.md", 5, 1), article_of("old", body="old words"))]
    known += [(File("a/edited.md", 5, 1), article_of("before", body="first words"))]
    new = [(File(f"a/{number}.md", number, 10**9), article_of(str(number), f"Title {number}")) for number in range(8)]
    new += [(File("b/copy.md", 5, 2), article_of("3", "Title 3")), (File("b/old.md", 5, 2), article_of("old"))]
    new += [(File("a/edited.md", 6, 2), article_of("after", body="second words", notes=("odd",)))]
    dumps = []
    for name in ("one by one", "at once"):
        catalogue = Catalogue(tmp_path / name)
        catalogue.marks.apply(marks)
        for file, article in known:
            put(catalogue, file.path, article)
        with catalogue.transaction():
            if name == "at once":
                standing = catalogue.files.put_all([filed(*each) for each in new])
            else:
                standing = [path for file, article in new for path in catalogue.files.put(*filed(file, article))]
        assert standing == []
        columns = "id, path, title, source, author, published, added, words, text, tags, own_tags, read, discarded"
        dumps.append((
            catalogue.connection.db.execute(f"SELECT {columns} FROM article ORDER BY id").fetchall(),
            catalogue.connection.db.execute(
                "SELECT file.path, size, mtime_ns, notes, id FROM file JOIN article USING (row) ORDER BY 1"
            ).fetchall(),
            {word: ids_of(catalogue, word) for word in ("title", "some", "old", "first", "second", "is:read")},
        ))  # fmt: skip
        assert catalogue.files.ids_among(["3", "after", "before", "nobody"]) == {"3", "after"}
        catalogue.close()
    assert dumps[0] == dumps[1]


def test_more_files_than_one_question_holds_are_put(catalogue: Catalogue) -> None:
    many = [(File(f"{number}.md", 1, 1), article_of(str(number))) for number in range(1_100)]
    with catalogue.transaction():
        catalogue.files.put_all([filed(*each) for each in many])
    with catalogue.transaction():
        catalogue.files.put_all([filed(*each) for each in many])
    assert catalogue.lists.count() == len(rows_of(catalogue, "some")) == 1_100
    assert catalogue.files.ids_among([article.id for _, article in many]) == {article.id for _, article in many}


def test_a_batch_of_new_files_reads_no_whole_table(catalogue: Catalogue) -> None:
    asked: list[str] = []
    catalogue.connection.db.set_trace_callback(asked.append)
    with catalogue.transaction():
        catalogue.files.put_all([filed(File(f"a/{number}.md", 1, 1), article_of(str(number))) for number in range(3)])
    catalogue.connection.db.set_trace_callback(None)
    asked = [each for each in asked if each.startswith(("SELECT", "WITH"))]
    plans = [step for each in asked for *_, step in catalogue.connection.db.execute(f"EXPLAIN QUERY PLAN {each}")]
    assert any(step.startswith("SEARCH file") for step in plans)
    assert not [step for step in plans if step.startswith(("SCAN file", "SCAN article", "SCAN mark"))]


def test_an_article_with_two_files_stays_when_either_file_goes(catalogue: Catalogue) -> None:
    for first, second in (("a.md", "b/a.md"), ("b/a.md", "a.md")):
        put(catalogue, first, article_of())
        put(catalogue, second, article_of())
        assert catalogue.lists.count() == 1
        with catalogue.transaction():
            assert catalogue.files.remove([first]) == [second]
        assert ids_of(catalogue, "body") == {"a"}
        listed = catalogue.lists.find("a")
        assert listed is not None and listed.article.path == second
        with catalogue.transaction():
            assert catalogue.files.remove([second, "never.md"]) == []
        assert catalogue.lists.count() == 0


def test_an_article_keeps_its_row_while_its_text_is_the_same(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of())
    catalogue.marks.apply([change_of(1, "read", True)])
    before = rows_of(catalogue)
    put(catalogue, "a.md", article_of(source="Another", tags=("new",)), 2 * 10**9)
    assert rows_of(catalogue, "source:another tag:new is:read") == before
    put(catalogue, "a.md", article_of(body="rewritten"), 3 * 10**9)
    assert rows_of(catalogue, "rewritten is:read") != before
    assert rows_of(catalogue, "some") == []
    listed = catalogue.lists.find("a")
    assert listed is not None and listed.added == datetime.fromtimestamp(1, UTC)


def test_a_file_that_now_holds_another_article_removes_the_old_one(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a"))
    put(catalogue, "a.md", article_of("b"))
    assert ids_of(catalogue) == {"b"}
    assert catalogue.files.of_article("b") == [File("a.md", 5, 10**9)]
    assert catalogue.files.of_article("a") == []


def test_paths_that_are_not_utf8_come_back_as_they_were(catalogue: Catalogue) -> None:
    path = os.fsdecode(b"d\xff/\xfe.md")
    put(catalogue, path, article_of(notes=("odd",)))
    with catalogue.transaction():
        catalogue.files.put_folder(Folder(os.fsdecode(b"d\xff"), 1, 2, 1))
    listed = catalogue.lists.find("a")
    assert listed is not None and listed.article.path == path
    assert catalogue.files.id_at(path) == "a"
    assert list(catalogue.files.in_folder(os.fsdecode(b"d\xff"))) == [path]
    assert list(catalogue.files.notes()) == [(path, "odd")]
    assert catalogue.files.folders() == {os.fsdecode(b"d\xff"): (1, 2)}
    with catalogue.transaction():
        catalogue.files.remove_folder(os.fsdecode(b"d\xff"))
    assert catalogue.files.folders() == {}
