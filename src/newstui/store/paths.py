"""The folders of newstui on this machine: data, configuration and cache, or all of them under NEWSTUI_HOME."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from newstui.domain.digest import blake2b

_PACKAGE = Path(__file__).resolve().parents[1]
SCHEMA_VERSION = 16
"""The version of the catalogue's tables. A new version is a new file: everything in it can be rebuilt."""


class Paths(NamedTuple):
    """The folders and files of one user."""

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
    def feeds(self) -> Path:
        """The folder with the state of each feed between two fetches."""
        return self.data / "feeds"

    @property
    def logins(self) -> Path:
        """The file with the names and passwords of feeds."""
        return self.data / "logins.json"

    @property
    def accounts(self) -> Path:
        """The file with the accounts on servers, and their passwords."""
        return self.data / "accounts.json"

    @property
    def agreements(self) -> Path:
        """The folder with what was agreed with each account's server."""
        return self.data / "sync"

    def account_lock(self, account: str) -> Path:
        """Returns the file that is locked during a round with an account."""
        return self.cache / f"account-{account}.lock"

    @property
    def machine(self) -> Path:
        """The file with the name of this machine: data may be shared between machines, the cache is not."""
        return self.cache / "machine"

    @property
    def session(self) -> Path:
        """The file with the state in which each library was left."""
        return self.data / "session.json"

    @property
    def digests(self) -> Path:
        """The file with the time of the last digest of each library."""
        return self.data / "digests.json"

    @property
    def pace(self) -> Path:
        """The file with the words a minute of the articles that were read last."""
        return self.data / "pace.json"

    @property
    def searches(self) -> Path:
        """The file with the history of searches."""
        return self.data / "searches.json"

    @property
    def settings(self) -> Path:
        return self.config / "config.toml"

    def catalogue(self, library: Path) -> Path:
        """Returns the catalogue of a library: each library has its own."""
        name = blake2b(os.fsencode(os.path.abspath(library)), digest_size=6).hexdigest()  # noqa: PTH100  (what a link leads to may change)
        return self.cache / f"catalogue-{name}-{SCHEMA_VERSION}.sqlite"


def user_paths() -> Paths:
    """Returns the folders of this user; none is created."""
    if home := os.environ.get("NEWSTUI_HOME"):
        root = Path(home).expanduser().absolute()
        return Paths(root / "data", root / "config", root / "cache")
    from platformdirs import PlatformDirs  # loaded late: most runs of the tests and scripts name NEWSTUI_HOME

    dirs = PlatformDirs("newstui", appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path)


def sample_library(package: Path = _PACKAGE) -> Path | None:
    """Returns the folder of the articles that come with newstui.

    package: the folder of the package, for tests.
    """
    return _packed("articles", package)


def manual_folder(package: Path = _PACKAGE) -> Path | None:
    """Returns the folder of the manual's pages."""
    return _packed("docs", package)


def _packed(name: str, package: Path) -> Path | None:
    """Returns a folder that comes with newstui: in the package, or beside `src` in a checkout."""
    for folder in (package / name, package.parents[1] / name):
        if folder.is_dir():
            return folder
    return None
