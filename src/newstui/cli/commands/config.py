"""`newstui config`: shows the settings as TOML; `--init` writes a file that explains them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from newstui.cli.context import checked_settings
from newstui.cli.words import meant, quoted
from newstui.domain.errors import UsageError
from newstui.services.settings import settings_path, write_initial_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newstui.cli.output import Output


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("key", nargs="?", metavar="KEY", help="show only this setting")
    command.add_argument("--json", action="store_true", help="one object with all settings, or with KEY only")
    file = command.add_mutually_exclusive_group()
    file.add_argument("--init", action="store_true", help="write a config.toml that explains every setting")
    file.add_argument("--path", action="store_true", help="show where config.toml is")


def run(options: argparse.Namespace, output: Output) -> int:
    path = settings_path()
    if options.init:
        write_initial_settings()
    if options.init or options.path:
        output.json({"path": str(path)}) if options.json else output.line(str(path))
        return 0
    settings = asdict(checked_settings())
    if options.key is None:
        if options.json:
            output.json(settings)
            return 0
        for line in _toml(settings):
            output.line(line)
        return 0
    if options.key not in settings:
        every = f"the settings are: {', '.join(settings)}"
        raise UsageError(f"there is no setting {quoted(options.key)}", hint=meant(options.key, settings, every))
    value = settings[options.key]
    if options.json:
        output.json({options.key: value})
        return 0
    for line in _toml(value) if isinstance(value, dict) else (value if isinstance(value, str) else json.dumps(value),):
        output.line(line)
    return 0


def _toml(table: dict[str, Any]) -> Iterator[str]:
    """Yields the lines of a table: plain values first, then the tables in it."""
    for name, value in table.items():
        if not isinstance(value, dict):
            yield f"{name} = {json.dumps(value, ensure_ascii=False)}"
    for name, value in table.items():
        if isinstance(value, dict) and value:
            yield f"[{name}]"
            yield from _toml(value)
