"""The process that parses untrusted input. It may die of what it parses: it holds nothing, so nothing is lost.

A request is a line of JSON (`{"parser": …, "options": {…}, "is_text": …, "size": …, "seconds": …, "memory": …}`), and
`size` bytes of input after it. The answer is a line of JSON: `{"value": …}`, or `{"refused": why, "hint": …}` where the
input is not what it claims to be, or `{"failed": …}` where the parser has a bug, or `{"missing": …}` where a package
cannot be imported. The other side watches the time.
"""

from __future__ import annotations

import importlib
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from newstui.domain.errors import NewstuiError
from newstui.sandbox.codec import to_json
from newstui.sandbox.limits import grant, restrict, writing_modules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PARSERS: Mapping[str, str] = {
    "feed": "newstui.formats.feeds.parse:parse_feed",
    "find_feeds": "newstui.formats.feeds.discover:find_feeds",
    "file": "newstui.formats.articles.parse:parse_dated",
    "page": "newstui.formats.web_page.extract:extract",
    "fragments": "newstui.formats.feeds.entries:markdown_of_each",
    "saved": "newstui.formats.saved.read:articles_of",
    "export": "newstui.formats.exports.detect:read_export",
    "picture": "newstui.sandbox.pictures:decode",
    "missing_packages": "newstui.sandbox.packages:missing_packages",
}
"""Name → the function, imported when it is first asked for. Its first argument is the input, the rest are options."""
OUT_OF_MEMORY = 77
"""The exit status of a process that ran out of memory."""


def main(parsers: Mapping[str, str] = PARSERS) -> None:  # pragma: no cover  (runs where coverage may write no file)
    """Answers requests until the input ends."""
    requests, answers = os.dup(0), os.dup(1)
    # A parser that prints or reads must not disturb the protocol.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    restrict()
    try:
        # An answer that nobody waits for is not an error.
        with suppress(BrokenPipeError), os.fdopen(requests, "rb") as reader, os.fdopen(answers, "wb", 0) as writer:
            while line := reader.readline():
                request = json.loads(line)
                raw = reader.read(request["size"])
                grant(request["seconds"], request["memory"])
                _write_all(writer.fileno(), answer(request, raw, parsers) + b"\n")
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # nothing that needs memory may happen now


def answer(request: Mapping[str, Any], raw: bytes, parsers: Mapping[str, str]) -> bytes:
    """Returns the answer as a line of JSON. Raises MemoryError."""
    reply: dict[str, Any]
    try:
        parse = _function(parsers[request["parser"]])
        source = raw.decode("utf-8", "replace") if request["is_text"] else raw
        reply = {"value": to_json(parse(source, **request["options"]))}
    except NewstuiError as error:
        reply = {"refused": str(error), "hint": error.hint}
    except MemoryError:
        raise
    except ImportError as error:
        reply = {"missing": str(error)}
    except Exception as error:  # noqa: BLE001  (the bugs of all parsers end here and become answers)
        reply = {"failed": type(error).__name__}
    # A lone surrogate, which a page can write as a character reference, becomes a question mark.
    return json.dumps(reply, ensure_ascii=False).encode("utf-8", "replace")


def _function(name: str) -> Callable[..., object]:
    module_name, _, function_name = name.partition(":")
    with writing_modules():
        module = importlib.import_module(module_name)
    function: Callable[..., object] = getattr(module, function_name)
    return function


def _write_all(file: int, data: bytes) -> None:  # pragma: no cover
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


if __name__ == "__main__":  # pragma: no cover
    main()
