"""The folders of newstui on each system."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.store.paths import sample_library, user_paths

if TYPE_CHECKING:
    import pytest


def test_newstui_home_holds_everything(home: Path) -> None:
    paths = user_paths()
    assert (paths.library, paths.journal) == (home / "data/articles", home / "data/journal")
    assert (paths.session, paths.settings) == (home / "data/session.json", home / "config/config.toml")
    assert not home.exists()


def test_without_newstui_home_the_folders_of_the_system_are_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NEWSTUI_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    paths = user_paths()
    assert {paths.data.name, paths.config.name, paths.cache.name} == {"newstui"}
    assert paths.data.is_relative_to(tmp_path)


def test_each_library_has_its_own_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = user_paths()
    monkeypatch.chdir(tmp_path)
    assert paths.catalogue(Path("one")) == paths.catalogue(tmp_path / "one") == paths.catalogue(tmp_path / "x/../one")
    assert paths.catalogue(tmp_path / "one") != paths.catalogue(tmp_path / "two")
    assert paths.catalogue(Path(os.fsdecode(b"\xff"))).suffix == ".sqlite"


def test_the_sample_articles_come_along(tmp_path: Path) -> None:
    samples = sample_library()
    assert samples is not None and list(samples.glob("*.md"))
    package = tmp_path / "site/newstui"
    assert sample_library(package) is None
    (package / "articles").mkdir(parents=True)
    assert sample_library(package) == package / "articles"
