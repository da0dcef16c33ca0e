"""The reader's settings: config.toml, read in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.paths import user_paths
from newstui.store.settings_file import read_settings, write_initial

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.domain.settings import Settings


def settings_path() -> Path:
    """Returns the path of config.toml, which need not exist."""
    return user_paths().settings


def reader_settings() -> Settings:
    """Returns what the reader set in config.toml. Raises UsageError, StorageError."""
    return read_settings(settings_path())


def write_initial_settings() -> None:
    """Writes a config.toml that explains every setting. Raises StorageError where there is one."""
    write_initial(settings_path())
