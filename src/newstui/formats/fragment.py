"""A piece of HTML, as feeds and exports have it, as Markdown. Never fails."""

from __future__ import annotations

from newstui.formats.html import to_markdown


def markdown_of(html: str, base: str | None) -> str:
    """The text of a fragment, its addresses made whole with `base`."""
    return to_markdown(html, base).markdown
