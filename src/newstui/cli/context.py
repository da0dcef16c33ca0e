"""Which library a command is about, the reader's settings, and a desk on it. Settings are read in one place: here."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError, StorageError, UsageError
from newstui.store.atomic import make_folder
from newstui.store.paths import places, sample_library
from newstui.store.settings_file import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.cli.output import Output
    from newstui.domain.settings import Settings
    from newstui.services.desk import Desk


def reader_settings() -> Settings:
    """What the reader set in config.toml. Raises UsageError, StorageError."""
    return read_settings(places().settings)


def screen_settings() -> Settings:
    """The reader's settings, with what is for the screen alone, keys and theme, looked at too. Raises as above."""
    settings = reader_settings()
    from newstui.ui.keys.validate import mistakes  # commands that show no settings do without it

    for wrong in mistakes(settings):
        raise UsageError(f"{places().settings}: {wrong.sentence}", hint=wrong.hint)
    return settings


def library_of(named: str | None, settings: Settings) -> tuple[Path, str]:
    """(the folder of articles, a sentence about it): the one named, else the reader's own, else the sample.

    Raises NewstuiError where the one that is named is no folder.
    """
    named = named or os.environ.get("NEWSTUI_LIBRARY") or settings.library
    if named:
        folder = Path(os.path.expanduser(named)).absolute()  # noqa: PTH111  (Path.expanduser raises for a user that is none)
        if os.path.isfile(folder):  # noqa: PTH113  (Path.is_file raises for a name that is too long)
            hint = f"newstui {folder.parent} opens the folder that it lies in"
            raise NewstuiError(f"{folder} is a file, no folder", hint=hint)
        if not os.path.isdir(folder):  # noqa: PTH112
            what = "is no folder" if os.path.lexists(folder) else "is not there"
            raise NewstuiError(f"the folder {folder} {what}", hint="name a folder that holds .md, .txt or .html files")
        return folder, ""
    own = places().library
    sample = sample_library()
    if sample is None:
        own.mkdir(parents=True, exist_ok=True)
        return own, f"Put articles (.md, .txt, .html) into {own}"
    if own.is_dir() and any(own.iterdir()):
        return own, ""
    return sample, f"These are sample articles. Your own go into {own}, or run: newstui FOLDER"


def intake_of(named: str | None, settings: Settings) -> Path:
    """Where new articles go: `library_of`, but never the sample; it need not be there yet. Raises NewstuiError."""
    root, _ = library_of(named, settings)
    if root == sample_library() and not (named or os.environ.get("NEWSTUI_LIBRARY") or settings.library):
        root = places().library
    return root


@contextmanager
def ready_desk(library: str | None, settings: Settings, output: Output, *, for_intake: bool = False) -> Iterator[Desk]:
    """A desk whose catalogue knows every file and mark. Raises StorageError at its end if a change is not on disk.

    With `for_intake`, on the library that new articles go to, and what came into it is indexed at the end.
    """
    from newstui.services.desk import Desk

    root = intake_of(library, settings) if for_intake else library_of(library, settings)[0]
    if for_intake:
        make_folder(root)
    desk = Desk(places(), root)
    is_well = True
    try:
        desk.refresh()
        if not desk.index.is_current():
            output.follow(desk.index.reconcile(), "reading your articles")
        yield desk
        if for_intake and not desk.index.is_current():
            output.follow(desk.index.reconcile(), "reading what came in")
    finally:
        is_well = desk.close()
    if not is_well:
        raise StorageError("the changes could not be written", hint=f"see that {places().journal} can be written")
