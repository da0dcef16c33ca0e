"""The parsers as functions: each result comes back as the value that the parser returned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from newstui.sandbox.parsers import articles_of, extracted, feeds_of, markdown_of_each, parsed_feed, read_export
from newstui.sandbox.worker import PARSERS
from tests.sandbox import odd_parsers
from tests.sandbox.asking import never

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.sandbox.client import Sandbox


def test_a_feed_an_export_and_texts_come_back_in_their_types(sandbox: Sandbox) -> None:
    document = parsed_feed(sandbox, b"Wire", "https://x.example/", "text/xml", never)
    assert document == odd_parsers.feed(b"Wire", "https://x.example/", "text/xml")
    assert read_export(sandbox, b"Rain", "all.json", never) == odd_parsers.export(b"Rain", "all.json")
    assert markdown_of_each(sandbox, [("<p>Rain", None), ("", None)], never) == ("Rain", "")


class Recorder:
    """Stands for the sandbox and keeps what it was asked."""

    def __init__(self) -> None:
        self.parser = ""
        self.options: dict[str, Any] = {}

    def ask(self, kind: type[object], parser: str, raw: bytes | str, **options: Any) -> object:
        self.parser, self.options = parser, options
        return kind


def test_a_larger_export_gets_more_time_and_more_memory() -> None:
    small, large = Recorder(), Recorder()
    read_export(cast("Sandbox", small), b"x", "all.json", never)
    read_export(cast("Sandbox", large), b"x" * 2**21, "all.json", never)
    assert large.options["deadline"] > small.options["deadline"] + 5
    assert large.options["memory"] > small.options["memory"] + 2 * 2**21
    assert large.options["what"] == large.options["name"] == "all.json"


@pytest.mark.parametrize(
    ("call", "parser"),
    [
        (lambda sandbox: parsed_feed(sandbox, b"", "https://a.b/", "text/xml", never), "feed"),
        (lambda sandbox: read_export(sandbox, b"", "all.json", never), "export"),
        (lambda sandbox: markdown_of_each(sandbox, [], never), "fragments"),
        (lambda sandbox: feeds_of(sandbox, b"", "https://a.b/", never), "find_feeds"),
        (lambda sandbox: extracted(sandbox, b"", None, "text/html", never), "page"),
        (lambda sandbox: articles_of(sandbox, b"", "book.epub", never), "saved"),
    ],
)
def test_each_function_asks_a_parser_that_the_worker_has_and_can_be_cancelled(
    call: Callable[[Recorder], object], parser: str
) -> None:
    recorder = Recorder()
    call(recorder)
    assert recorder.parser == parser
    assert parser in PARSERS
    assert recorder.options["is_cancelled"] is never
