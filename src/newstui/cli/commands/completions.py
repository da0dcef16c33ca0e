"""`newstui completions`: the script for a shell, and the answers to what such a script asks."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from newstui.cli.completion import Candidate, candidates, named_library
from newstui.domain.errors import NewstuiError, UsageError
from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from newstui.cli.output import Output

_SHELLS = ("bash", "zsh", "fish")


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("shell", choices=(*_SHELLS, "words"), help="words: what may follow them; the scripts ask so")
    command.add_argument(
        "words", nargs="*", default=[], metavar="WORD", help="with words, behind --: a command line so far"
    )


def run(options: argparse.Namespace, output: Output) -> int:
    if options.shell == "words":
        for candidate in candidates(options.words, _Names(options.words)):
            output.line("\t".join(filter(None, map(one_line, candidate))))
    elif options.words:
        raise UsageError("a script takes no words", hint=f"newstui completions {options.shell}")
    else:
        output.line(_script(options.shell))
    return 0


def _script(shell: str) -> str:
    return (files("newstui.cli") / "shells" / f"newstui.{shell}").read_text(encoding="utf-8").rstrip()


class _Names:
    """Opens the library when it is first asked for a name; without a library there are no names."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def __call__(self, kind: str, typed: str) -> Iterable[Candidate]:
        if kind not in ("ID", "T", "QUERY", "FEED", "URL"):
            return ()
        from newstui.cli.completion_names import names_of
        from newstui.services.desk import Desk
        from newstui.services.settings import reader_settings
        from newstui.services.which_library import library_of, user_paths

        try:
            desk = Desk(user_paths(), library_of(named_library(self._words), reader_settings())[0])
            try:
                return list(names_of(desk, kind, typed))
            finally:
                desk.close()
        except NewstuiError:  # the command itself will say it
            return ()
