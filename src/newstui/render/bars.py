"""The line above the panes and the line of keys below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from newstui.render.cells import cut, cut_line
from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


_GAP = 2


def _shorter(doing: str, width: int) -> str:
    """Returns what newstui does in so many cells; its end stays, which says how to stop it."""
    what, dot, stop = doing.rpartition(" · ")
    room = width - cell_len(dot + stop)
    return cut(what, room) + dot + stop if dot and room > 0 else cut(doing, max(0, width))


class ShownKey(NamedTuple):
    """A key as a line of keys shows it."""

    name: str
    does: str
    key: str = ""
    """The key as the terminal sends it: a click presses it. Empty: a click does nothing."""


def masthead(section: str, counts: Sequence[str], doing: str, help_key: ShownKey, width: int) -> Line:
    """The name, what the list shows, and at the right what newstui is doing now, or where help is.

    Where there is no room for all counts, the last ones are left out.
    """
    right = f"{doing or f'{help_key.name} {help_key.does}'} "
    for shown in range(len(counts), -1, -1):
        left = [
            Span(" newstui ", "name"),
            Span(f"  {section}", "section"),
            Span("".join(f" · {text}" for text in counts[:shown]), "counts"),
        ]
        space = width - sum(cell_len(span.text) for span in left) - cell_len(right)
        if space >= 2:
            break
    if space < 2 and doing:
        short = _shorter(doing, width - cell_len(left[0].text) - 1)
        return cut_line([left[0], Span(f" {short}", "doing")], width)
    if space < 2:
        return cut_line(left, width)
    return Line(
        (*left, Span(" " * space), Span(right, "doing" if doing else "hint", None if doing else help_key.key or None))
    )


def key_line(keys: Sequence[ShownKey], width: int) -> Line:
    """Returns as many keys as fit, the first ones first, and always the last one, which leads to the others."""
    shown: list[ShownKey] = []
    used = sum(map(_needed, keys[-1:]))
    for each in keys[:-1]:
        used += _needed(each)
        if used > width:
            break
        shown.append(each)
    spans = [
        (Span(f" {each.name}", "key", each.key or None), Span(f" {each.does} ", "hint", each.key or None))
        for each in (*shown, *keys[-1:])
    ]
    return cut_line([span for pair in spans for span in pair], width)


def _needed(key: ShownKey) -> int:
    return cell_len(key.name) + cell_len(key.does) + 3


def notice_line(text: str, width: int, keys: Sequence[ShownKey] = ()) -> Line:
    """A sentence, and beside it the keys for which there is room.

    Of a sentence that is too long, its first part is cut: behind ` — ` it says what can be done.
    """
    what, dash, then = text.rpartition(" — ")
    if dash and cell_len(text) >= width and cell_len(then) < width // 2:
        text = cut(what, max(1, width - 1 - cell_len(dash + then))) + dash + then
    notice = Span(cut(f" {text}", width), "notice")
    left = width - cell_len(notice.text) - _GAP
    if not keys or left < _needed(keys[-1]):
        return Line((notice,))
    return Line((notice, Span(" " * _GAP), *key_line(keys, left).spans))
