"""The line above the panes and the line of keys below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.render.cells import cut
from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def masthead(section: str, counts: Sequence[str], doing: str, width: int) -> Line:
    """The name, what the list shows, and at the right what newstui is doing now, or where help is.

    Where there is no room for all counts, the last ones are left out.
    """
    right = f"{doing or '? help'} "
    for shown in range(len(counts), -1, -1):
        left = [
            Span(" newstui ", "name"),
            Span(f"  {section}", "section"),
            Span("".join(f" · {text}" for text in counts[:shown]), "counts"),
        ]
        space = width - sum(cell_len(span.text) for span in left) - cell_len(right)
        if space >= 2:
            break
    if space < 2:
        return _clipped(left, width)
    return Line((*left, Span(" " * space), Span(right, "doing" if doing else "hint")))


def key_line(keys: Sequence[tuple[str, str]], width: int) -> Line:
    """Returns as many (key, description) as fit, the first ones first, and always the last one, which leads to the
    others.
    """
    shown: list[tuple[str, str]] = []
    used = sum(_needed(*each) for each in keys[-1:])
    for each in keys[:-1]:
        used += _needed(*each)
        if used > width:
            break
        shown.append(each)
    spans = [(Span(f" {key}", "key"), Span(f" {does} ", "hint")) for key, does in (*shown, *keys[-1:])]
    return _clipped([span for pair in spans for span in pair], width)


def _needed(key: str, does: str) -> int:
    return cell_len(key) + cell_len(does) + 3


def notice_line(text: str, width: int) -> Line:
    """A sentence in place of the keys."""
    return Line((Span(cut(f" {text}", width), "notice"),))


def _clipped(spans: Sequence[Span], width: int) -> Line:
    clipped: list[Span] = []
    for span in spans:
        text = cut(span.text, width) if width > 0 else ""
        width -= cell_len(text)
        clipped.append(Span(text, span.role))
    return Line(tuple(clipped))
