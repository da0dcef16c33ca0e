"""The process that reads what is foreign. One rule: it may die of what it reads; it holds nothing, so nothing is lost.

A question is a line of JSON on standard input (`{"act": …, "options": {…}, "is_text": …, "size": …, "seconds": …,
"memory": …}`) and behind it so many bytes: what is foreign. The answer is a line of JSON on standard output:
`{"value": …}`, or `{"refused": why, "hint": …}` where it is not what it claims to be, or `{"failed": …}` where its
parser has a bug. How long it may take is for the other side to watch. The process ends when its input does.
"""

from __future__ import annotations

import importlib
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from newstui.domain.errors import NewstuiError
from newstui.sandbox.codec import to_json
from newstui.sandbox.limits import be_modest, grant, writing_modules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ACTS: Mapping[str, str] = {
    "feed": "newstui.formats.feeds.parse:parse_feed",
    "find_feeds": "newstui.formats.feeds.discover:find_feeds",
    "page": "newstui.formats.web_page.extract:extract",
    "fragments": "newstui.formats.feeds.entries:markdown_of_each",
    "saved": "newstui.formats.saved.read:articles_of",
    "export": "newstui.formats.exports.detect:read_export",
}
"""What can be asked for, and the function that does it: its first argument is what is foreign, the rest are options.
Each is loaded when it is first asked for."""
OUT_OF_MEMORY = 77
"""The exit status that says so."""


def main(acts: Mapping[str, str] = ACTS) -> None:  # pragma: no cover  (it runs where coverage may write no file)
    """Answers until the input ends."""
    questions, answers = os.dup(0), os.dup(1)
    # What a parser prints, or waits to be told, must not come between.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    be_modest()
    try:
        # An answer that nobody waits for any more is no error.
        with suppress(BrokenPipeError), os.fdopen(questions, "rb") as asked, os.fdopen(answers, "wb", 0) as told:
            while line := asked.readline():
                question = json.loads(line)
                raw = asked.read(question["size"])
                grant(question["seconds"], question["memory"])
                _write_all(told.fileno(), answer(question, raw, acts) + b"\n")
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # nothing that needs memory may happen now


def answer(question: Mapping[str, Any], raw: bytes, acts: Mapping[str, str]) -> bytes:
    """A line of JSON. Raises MemoryError."""
    reply: dict[str, Any]
    try:
        act = _loaded(acts[question["act"]])
        given = raw.decode("utf-8", "replace") if question["is_text"] else raw
        reply = {"value": to_json(act(given, **question["options"]))}
    except NewstuiError as error:
        reply = {"refused": str(error), "hint": error.hint}
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  (here the bugs of all parsers end: they are told, as answers)
        reply = {"failed": type(error).__name__}
    # Half a surrogate pair, which a page can write as a character reference, becomes a question mark.
    return json.dumps(reply, ensure_ascii=False).encode("utf-8", "replace")


def _loaded(name: str) -> Callable[..., object]:
    module, _, function = name.partition(":")
    with writing_modules():
        loaded = importlib.import_module(module)
    act: Callable[..., object] = getattr(loaded, function)
    return act


def _write_all(file: int, data: bytes) -> None:  # pragma: no cover
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


if __name__ == "__main__":  # pragma: no cover
    main()
