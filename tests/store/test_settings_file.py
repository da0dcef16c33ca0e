"""config.toml is read, and a mistake in it is named with its place."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError, UsageError
from newstui.domain.settings import Settings
from newstui.store.settings_file import INITIAL, read_settings, write_initial

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_file_all_settings_are_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings()


def test_values_of_the_file_replace_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b'\xef\xbb\xbftext_width = 60\n[keys]\nbookmark = "b,*"\n')
    assert read_settings(path) == Settings(text_width=60, keys={"bookmark": "b,*"})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"text_width = 5", "text_width"),
        (b"text_width", "not valid TOML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"a = " + b"[" * 5000 + b"]" * 5000, "nested"),
        (b"colour = 1", "no setting 'colour'"),
    ],
)
def test_a_mistake_names_the_file_and_what_to_do(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=message) as raised:
        read_settings(path)
    assert str(path) in str(raised.value)
    assert raised.value.hint


def test_an_unreadable_file_raises_storage_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be read"):
        read_settings(tmp_path)


def test_the_initial_file_changes_nothing_and_explains_everything(tmp_path: Path) -> None:
    path = tmp_path / "new/config.toml"
    write_initial(path)
    assert read_settings(path) == Settings()
    assert all(f"\n# {each.name} = " in INITIAL or f"\n# [{each.name}]" in INITIAL for each in fields(Settings))


def test_the_examples_in_the_initial_file_are_the_defaults() -> None:
    before_tables = INITIAL.partition("# [")[0]
    lines = [line[2:] for line in before_tables.splitlines() if line.startswith("# ") and " = " in line]
    examples = tomllib.loads("\n".join(lines))
    assert examples
    assert examples == {name: getattr(Settings(), name) for name in examples}


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("text_width = 60")
    with pytest.raises(StorageError, match="already"):
        write_initial(path)
    assert path.read_text() == "text_width = 60"
