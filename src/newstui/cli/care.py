"""`doctor` and `config`: whether all is well, and what may be set."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from newstui.cli.opening import desk_of
from newstui.domain.errors import UsageError
from newstui.store.paths import places
from newstui.store.settings_file import read_settings, write_initial

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output


def doctor_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--repair", action="store_true", help="build the catalogue anew, and fold small journal files")


def doctor(options: argparse.Namespace, output: Output) -> int:
    """Checks library, journal and catalogue. Exit status 1 where something is wrong that was not repaired."""
    from newstui.services.examining import examine

    desk = desk_of(options)
    is_well = True
    for finding in examine(desk, repair=options.repair):
        is_well = is_well and not finding.is_wrong
        mark = "✗" if finding.is_wrong else "!" if finding.is_odd else "✓"
        output.line(f"{mark} {finding.text}")
    if not is_well and not options.repair:
        output.remark("`newstui doctor --repair` builds the catalogue anew; articles and marks are not touched by it")
    return 0 if is_well else 1


def config_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("key", nargs="?", metavar="KEY", help="show this setting alone")
    command.add_argument("--init", action="store_true", help="write a config.toml that explains every setting")
    command.add_argument("--path", action="store_true", help="where config.toml is")


def config(options: argparse.Namespace, output: Output) -> int:
    """The settings as they are."""
    path = places().settings
    if options.path:
        output.line(str(path))
        return 0
    if options.init:
        write_initial(path)
        output.line(str(path))
        return 0
    settings = asdict(read_settings(path))
    if options.key is None:
        for name, value in settings.items():
            output.line(f"{name} = {value}")
    elif options.key in settings:
        output.line(str(settings[options.key]))
    else:
        raise UsageError(f"there is no setting {options.key!r}", hint=f"the settings are: {', '.join(settings)}")
    return 0
