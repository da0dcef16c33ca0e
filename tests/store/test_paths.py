"""Where things are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.store import paths
from newstui.store.paths import places, sample_library

if TYPE_CHECKING:
    import pytest


def test_one_folder_can_hold_everything(home: Path) -> None:
    found = places()
    assert (found.library, found.journal) == (home / "data/articles", home / "data/journal")
    assert (found.session, found.settings) == (home / "data/session.json", home / "config/config.toml")
    assert not home.exists()


def test_without_it_the_systems_folders_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NEWSTUI_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    found = places()
    assert {found.data.name, found.config.name, found.cache.name} == {"newstui"}
    assert found.data.is_relative_to(tmp_path)


def test_each_library_has_its_own_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = places()
    monkeypatch.chdir(tmp_path)
    assert found.catalogue(Path("one")) == found.catalogue(tmp_path / "one") == found.catalogue(tmp_path / "x/../one")
    assert found.catalogue(tmp_path / "one") != found.catalogue(tmp_path / "two")
    assert found.catalogue(Path(os.fsdecode(b"\xff"))).suffix == ".sqlite"


def test_the_sample_articles_come_along(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = sample_library()
    assert found is not None and list(found.glob("*.md"))
    package = tmp_path / "site/newstui"
    monkeypatch.setattr(paths, "__file__", str(package / "store/paths.py"))
    assert sample_library() is None
    (package / "articles").mkdir(parents=True)
    assert sample_library() == package / "articles"
