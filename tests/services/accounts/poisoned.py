"""A sandbox whose parser dies of one text: run as the worker's module."""

from __future__ import annotations

import os

from newstui.sandbox.worker import PARSERS, main

POISON = "the text that kills"


def texts(fragments: str) -> tuple[str, ...]:
    """Returns the Markdown of each fragment."""
    from newstui.formats.feeds.entries import markdown_of_each

    if POISON in fragments:
        os._exit(1)
    return markdown_of_each(fragments)


if __name__ == "__main__":
    main({**PARSERS, "fragments": "tests.services.accounts.poisoned:texts"})
