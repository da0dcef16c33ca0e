"""`newstui doctor`: checks all, the installation first. Exit status 1 where something is wrong and not repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.context import checked_settings
from newstui.domain.errors import NewstuiError, SettingsError
from newstui.domain.settings import Settings
from newstui.domain.text.clean import one_line
from newstui.services.settings import settings_path
from newstui.services.which_library import library_of, user_paths

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newstui.cli.output import Output
    from newstui.services.index.findings import Finding


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="JSON Lines, one finding a line")
    command.add_argument("--repair", action="store_true", help="rebuild the catalogue, and merge small journal files")


def run(options: argparse.Namespace, output: Output) -> int:
    is_healthy = True
    for finding in _findings(options):
        is_healthy = is_healthy and not finding.is_wrong
        state = "wrong" if finding.is_wrong else "look" if finding.is_odd else "ok"
        if options.json:
            output.json({"state": state, "text": one_line(finding.text), "hint": one_line(finding.hint)})
            continue
        output.line(f"{state:5}  {one_line(finding.text)}")
        if finding.hint:
            output.line(f"{'':5}  {one_line(finding.hint)}")
    return 0 if is_healthy else 1


def _findings(options: argparse.Namespace) -> Iterator[Finding]:
    from newstui.services.index.findings import Finding
    from newstui.services.index.installation import examine_installation

    yield from examine_installation()  # before anything is imported that a broken installation may lack
    from newstui.services.desk import Desk
    from newstui.services.index.doctor import Doctor

    settings = Settings()
    try:
        settings = checked_settings()
        path = settings_path()
        yield Finding(f"settings: {path}" if path.exists() else "settings: all at their defaults")
    except NewstuiError as error:
        if isinstance(error, SettingsError) and isinstance(error.right, Settings):
            settings = error.right
        yield Finding(f"settings: {error}", is_wrong=True, hint=error.hint)
    try:
        root, _ = library_of(options.library, settings)
    except NewstuiError as error:
        yield Finding(f"library: {error}", is_wrong=True, hint="put it back: marks are kept until then")
        return
    desk = Desk(user_paths(), root)
    try:
        doctor = Doctor(root, desk.paths.journal, desk.journal, desk.index, desk.articles, desk.marks, desk.refresh)
        yield from doctor.examine(repair=options.repair)
    finally:
        desk.close()
