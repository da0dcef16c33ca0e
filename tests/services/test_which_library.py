"""The choice of library: the one that is named, else the reader's own, else the samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError
from newstui.domain.settings import Settings
from newstui.services.which_library import intake_of, library_of, make_library, user_paths

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def no_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSTUI_LIBRARY", raising=False)


def test_the_command_line_wins_over_the_environment_and_that_over_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [tmp_path / name for name in ("line", "environment", "settings")]
    for folder in folders:
        folder.mkdir()
    settings = Settings(library=str(folders[2]))
    assert library_of(None, settings) == (folders[2], "")
    monkeypatch.setenv("NEWSTUI_LIBRARY", str(folders[1]))
    assert library_of(None, settings) == (folders[1], "")
    assert library_of(str(folders[0]), settings) == (folders[0], "")
    assert intake_of(str(folders[0]), settings) == folders[0]


def test_a_named_library_that_is_not_a_folder_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "file.md"
    file.write_text("text")
    for name, problem in ((tmp_path / "gone", "does not exist"), (file, "is a file, not a folder")):
        for choose in (library_of, intake_of):
            with pytest.raises(NewstuiError, match=problem):
                choose(str(name), Settings())


def test_the_samples_are_shown_until_the_reader_has_articles_of_their_own(tmp_path: Path) -> None:
    own = user_paths().library
    assert library_of(None, Settings(), lambda: tmp_path)[0] == tmp_path
    make_library(own)
    assert library_of(None, Settings(), lambda: tmp_path)[0] == tmp_path
    (own / "mine.md").write_text("# Mine")
    assert library_of(None, Settings(), lambda: tmp_path) == (own, "")


def test_without_samples_the_readers_own_library_is_made(tmp_path: Path) -> None:
    folder, notice = library_of(None, Settings(), lambda: None)
    assert folder == user_paths().library
    assert folder.is_dir()
    assert str(folder) in notice


def test_new_articles_never_go_to_the_samples() -> None:
    assert intake_of(None, Settings()) == user_paths().library
