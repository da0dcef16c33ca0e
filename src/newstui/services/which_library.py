"""Choice of library: the one that is named, else the reader's own, else the samples that come with newstui."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.domain.errors import INSTALL_AGAIN, NewstuiError
from newstui.store.atomic import make_folder
from newstui.store.paths import Paths, sample_library, user_paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.settings import Settings

__all__ = ["Paths", "intake_of", "library_of", "make_library", "samples", "user_paths"]


def library_of(
    named: str | None, settings: Settings, find_samples: Callable[[], Path | None] = sample_library
) -> tuple[Path, str]:
    """Returns (the folder of articles, a sentence about it for the reader).

    named: a folder from the command line; without it the environment and the settings may name one.
    Raises NewstuiError where the one that is named is not a folder.
    """
    named = _name(named, settings)
    if named:
        return _named_folder(named), ""
    own = user_paths().library
    samples = find_samples()
    if samples is None:
        own.mkdir(parents=True, exist_ok=True)
        return own, f"Put articles (.md, .txt, .html) into {own}"
    if own.is_dir() and any(own.iterdir()):
        return own, ""
    return samples, f"These are sample articles — your own go into {_shown(own)}"


def _shown(folder: Path) -> str:
    """Returns the name of a folder, with `~` for the reader's home: a line of the screen has little room."""
    home, name = os.path.expanduser("~"), os.fspath(folder)  # noqa: PTH111
    return f"~{name[len(home) :]}" if name.startswith(f"{home}/") and len(home) > 1 else name


def intake_of(named: str | None, settings: Settings) -> Path:
    """Returns the folder that new articles go to: `library_of`, but never the samples. It may not exist yet.

    Raises NewstuiError.
    """
    if _name(named, settings):
        return library_of(named, settings)[0]
    return user_paths().library


def samples(find_samples: Callable[[], Path | None] = sample_library) -> Path:
    """Returns the folder of the sample articles. Raises NewstuiError where this installation has none."""
    folder = find_samples()
    if folder is None:
        raise NewstuiError("the sample articles are not there", hint=INSTALL_AGAIN)
    return folder


def make_library(folder: Path) -> None:
    """Makes the folder where there is none. Raises StorageError."""
    make_folder(folder)


def _name(named: str | None, settings: Settings) -> str:
    return named or os.environ.get("NEWSTUI_LIBRARY") or settings.library


def _named_folder(name: str) -> Path:
    folder = Path(os.path.expanduser(name)).absolute()  # noqa: PTH111  (Path.expanduser raises for an unknown user)
    if os.path.isfile(folder):  # noqa: PTH113  (Path.is_file raises for a name that is too long)
        raise NewstuiError(
            f"{folder} is a file, not a folder",
            hint=f"newstui {folder.parent} opens the folder that holds it, newstui {folder} the file alone",
        )
    if not os.path.isdir(folder):  # noqa: PTH112
        problem = "is not a folder" if os.path.lexists(folder) else "does not exist"
        raise NewstuiError(f"the folder {folder} {problem}", hint="name a folder that holds .md, .txt or .html files")
    return folder
