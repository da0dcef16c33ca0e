"""The context of a command: the reader's settings, and a desk whose catalogue is up to date."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from newstui.domain.errors import SettingsError, StorageError, UsageError
from newstui.domain.settings import Settings
from newstui.services.settings import reader_settings, settings_path
from newstui.services.which_library import intake_of, library_of, make_library, user_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.cli.output import Output
    from newstui.services.desk import Desk
    from newstui.services.which_library import Paths

_MOST_GROUPED = 5_000
"""Articles that a command groups before it answers: some seconds."""


def checked_settings() -> Settings:
    """Returns the reader's settings after checking keys and theme too, which only the browser uses.

    Raises SettingsError, which names every mistake, UsageError where the file is not TOML, and StorageError.
    """
    from newstui.ui.keys.validate import mistakes  # imports the interface: commands that show no settings do without

    before: list[tuple[str, str]] = []
    try:
        settings = reader_settings()
    except SettingsError as error:
        assert isinstance(error.right, Settings)
        settings, before = error.right, [(str(error), error.hint)]
    wrong = [*before, *mistakes(settings), *_wrong_queries(settings)]
    if not wrong:
        return settings
    sentences, hints = (dict.fromkeys(words) for words in zip(*wrong, strict=True))
    file = "" if before else f"{settings_path()}: "  # else it is named already
    raise SettingsError(file + "; ".join(sentences), hint="; ".join(hints), right=settings)


def _wrong_queries(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yields (a sentence, what to do) for each query that makes no sense."""
    from newstui.domain.search.parser import parse

    queries = [("discard", settings.discard), *(("stories_off", query) for query in settings.stories_off)]
    for name, query in queries:
        try:
            parse(query, datetime.now())
        except UsageError as error:
            yield f"{name} = {query!r}: {error}", "`newstui list` takes the same queries: try it there"


def group_few(desk: Desk, output: Output) -> None:
    """Groups the articles that came into stories; very many are left to the browser, and a note says so."""
    if (waiting := desk.stories.waiting()) > _MOST_GROUPED:
        output.note(f"{waiting:,} articles are not grouped into stories yet: newstui does it while it is open")
    elif waiting:
        from newstui.services.tasks.process import run_task  # with what it needs, it would slow every other list

        work = run_task(desk.paths, desk.library.root, "newstui.services.tasks.indexing:grouped")
        output.follow(work, "grouping your articles")


@contextmanager
def ready_desk(
    library: str | None,
    settings: Settings,
    output: Output,
    *,
    for_intake: bool = False,
    paths: Paths | None = None,
) -> Iterator[Desk]:
    """Opens a desk whose catalogue knows every file and mark.

    for_intake: opens the library that new articles go to, and indexes them at the end.
    paths: other folders than the user's.
    Raises StorageError at its end if a change is not on disk.
    """
    from newstui.services.desk import Desk

    root = intake_of(library, settings) if for_intake else library_of(library, settings)[0]
    if for_intake:
        make_library(root)
    unsaved: list[StorageError] = []
    desk = Desk(paths or user_paths(), root, is_patient=True, label=output.command, on_unsaved=unsaved.append)
    is_saved = True
    try:
        desk.refresh()
        if not desk.index.is_current():
            output.follow(desk.index.reconcile(), "reading your articles")
        yield desk
        if for_intake and not desk.index.is_current():
            output.follow(desk.index.reconcile(), "reading the new articles")
        if for_intake:
            desk.rules.run_all()
    finally:
        for damaged in desk.journal.damaged:
            output.error(f"journal: {damaged.path}: {damaged.reason}", "newstui doctor says more")
        is_saved = desk.close()
    if not is_saved:
        why = f"{unsaved[-1]} {unsaved[-1].hint}" if unsaved else f"check that {desk.paths.journal} can be written to"
        raise StorageError("the changes could not be written", hint=why)
