"""Where things are on this machine: data, configuration and cache, or all of them under NEWSTUI_HOME."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

SCHEMA_VERSION = 2
"""Of the catalogue. A new version is a new file: the catalogue holds nothing that cannot be rebuilt."""


@dataclass(frozen=True, slots=True)
class Places:
    data: Path
    config: Path
    cache: Path

    @property
    def library(self) -> Path:
        """The reader's own articles."""
        return self.data / "articles"

    @property
    def journal(self) -> Path:
        return self.data / "journal"

    @property
    def session(self) -> Path:
        """Where the reader left off."""
        return self.data / "session.json"

    @property
    def settings(self) -> Path:
        return self.config / "config.toml"

    def catalogue(self, library: Path) -> Path:
        """Each library has a catalogue of its own."""
        name = hashlib.blake2b(os.fsencode(os.path.abspath(library)), digest_size=6).hexdigest()  # noqa: PTH100  (what a link leads to may change)
        return self.cache / f"catalogue-{name}-{SCHEMA_VERSION}.sqlite"


def places() -> Places:
    """The folders of this user; none is made."""
    if home := os.environ.get("NEWSTUI_HOME"):
        root = Path(home).expanduser().absolute()
        return Places(root / "data", root / "config", root / "cache")
    from platformdirs import PlatformDirs  # loaded late: most runs of the tests and scripts name NEWSTUI_HOME

    dirs = PlatformDirs("newstui", appauthor=False)
    return Places(dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path)


def sample_library() -> Path | None:
    """The articles that come with newstui: inside the package when installed, beside `src` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "articles", package.parents[1] / "articles"):
        if folder.is_dir():
            return folder
    return None
