"""The context of a command: the reader's settings, and a desk whose catalogue is up to date."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError, UsageError
from newstui.services.settings import reader_settings, settings_path
from newstui.services.which_library import intake_of, library_of, make_library, user_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.cli.output import Output
    from newstui.domain.settings import Settings
    from newstui.services.desk import Desk


def checked_settings() -> Settings:
    """Returns the reader's settings after checking keys and theme too, which only the browser uses.

    Raises UsageError, which names every mistake, and StorageError.
    """
    settings = reader_settings()
    from newstui.ui.keys.validate import mistakes  # imports the interface: commands that show no settings do without

    if wrong := mistakes(settings):
        sentences, hints = (dict.fromkeys(words) for words in zip(*wrong, strict=True))
        raise UsageError(f"{settings_path()}: {'; '.join(sentences)}", hint="; ".join(hints))
    return settings


@contextmanager
def ready_desk(library: str | None, settings: Settings, output: Output, *, for_intake: bool = False) -> Iterator[Desk]:
    """Opens a desk whose catalogue knows every file and mark.

    for_intake: opens the library that new articles go to, and indexes them at the end.
    Raises StorageError at its end if a change is not on disk.
    """
    from newstui.services.desk import Desk

    root = intake_of(library, settings) if for_intake else library_of(library, settings)[0]
    if for_intake:
        make_library(root)
    desk = Desk(user_paths(), root, is_patient=True, label=output.command)
    is_saved = True
    try:
        desk.refresh()
        if not desk.index.is_current():
            output.follow(desk.index.reconcile(), "reading your articles")
        yield desk
        if for_intake and not desk.index.is_current():
            output.follow(desk.index.reconcile(), "reading the new articles")
    finally:
        for damaged in desk.journal.damaged:
            output.error(f"journal: {damaged.path}: {damaged.reason}", "newstui doctor says more")
        is_saved = desk.close()
    if not is_saved:
        raise StorageError(
            "the changes could not be written", hint=f"check that {desk.paths.journal} can be written to"
        )
