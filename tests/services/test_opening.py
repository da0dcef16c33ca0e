"""Opening the browser at a file or an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError
from newstui.services.desk import Desk
from newstui.services.opening import begin_at, one_file_library
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_browser_begins_at_the_article(root: Path, write: Callable[..., Path]) -> None:
    for id_ in ("aa1", "bb2"):
        write(f"{id_}.md", id=id_, title=id_)
    begin_at("bb", user_paths(), root)
    session = Desk(user_paths(), root).session()
    assert (session.article, session.is_reading) == ("bb2", True)
    with pytest.raises(NewstuiError, match="there is no article"):
        begin_at("nothing", user_paths(), root)


def test_a_file_is_alone_in_its_library_and_keeps_its_marks(tmp_path: Path) -> None:
    file = tmp_path / "elsewhere" / "README"
    file.parent.mkdir()
    file.write_text("Read me\n\nA river.")
    (file.parent / "other.md").write_text("# Another\n\nA lake.")
    paths, root = one_file_library(user_paths(), file)
    begin_at("", paths, root)
    desk = Desk(paths, root)
    rows = desk.articles.listing().rows
    assert [marked.article.title for marked in desk.articles.listed(rows)] == ["Read me"]
    (id_,) = desk.articles.ids(rows)
    assert desk.session().article == id_
    desk.marks.set("bookmarked", [id_], True)
    desk.close()
    again = Desk(*one_file_library(user_paths(), file))
    assert again.marks.of(id_).bookmarked
    again.close()
    assert not user_paths().session.exists(), "the places of other libraries are left alone"
    assert sorted(path.name for path in file.parent.iterdir()) == ["README", "other.md"]
