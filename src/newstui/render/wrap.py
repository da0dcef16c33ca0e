"""Breaking text into lines by terminal cells. A grapheme is never split, and nothing but white space falls away.

How wide a text is says Rich (`cell_len`), because Textual pads lines by the same count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

Range = tuple[int, int]
"""The start and the end of a line in the text, in characters."""

NARROW = (
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027"
    "\u2030-\u205e\u20a0-\u20bf\u2100-\u218b\u2190-\u22ff\u2500-\u25fc]"
)
"""Characters of one cell that combine with nothing: western text is all of them."""
IDEOGRAPHS = (
    "\u2e80-\u2fdf\u3006\u3007\u3012-\u3019\u3020-\u302f\u3031-\u303a\u303c-\u3096\u309f\u30a1-\u30fa\u30ff-\u312f"
    "\u3190-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
"""The inside of a character class: Han, kana, Bopomofo, Yi, full-width letters. Not Hangul, which has spaces."""
OPENING = "「『（［｛【〈《〔〖〘〚｢"
_FULL_STOPS = "、。，．：；？！」』）］｝】〉》〕〗〙〛｡､｣"
CLOSING = (
    f"{_FULL_STOPS}・･〜～…‥‼⁇⁈⁉％゛゜゠ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶｰ\u31f0-\u31ff"
)
"""Characters that no line begins with: what closes, small kana, marks of length and repetition (after JIS X 4051)."""

_SPACES = " \u3000\u1680\u2000-\u2006\u2008-\u200a"
_PICTURES = "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
_FLAG_LETTERS = "\U0001f1e6-\U0001f1ff"
_EXTENDS = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u20d0-\u20ff"
    "\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff"
)
_TAIL = f"(?:[{_EXTENDS}]|\u200d[^{_SPACES}]?)*"
_WESTERN_OPENING, _WESTERN_CLOSING = "(“‘«", ".,:;!?%)”’»\\]"
_AFTER = f"(?:[{_WESTERN_CLOSING}]|\\[[0-9]+\\]|[{_SPACES}]*[{_FULL_STOPS}]{_TAIL}|[{CLOSING}]{_TAIL})*"
"""Characters that stay with what is before them and begin no line: `”` after `。` too, a full stop after a space."""
_ATOM = re.compile(
    f"[{OPENING}{_WESTERN_OPENING}]*"
    f"(?:(?:[{_FLAG_LETTERS}]{{2}}|[{IDEOGRAPHS}{_PICTURES}]){_TAIL}"
    f"|[^{_SPACES}{IDEOGRAPHS}{_PICTURES}{OPENING}{CLOSING}]+(?!(?<=[{_WESTERN_OPENING}])[{IDEOGRAPHS}]))"
    f"{_AFTER}"
    f"|[{OPENING}{_WESTERN_OPENING}]+{_AFTER}|(?:[{CLOSING}]{_TAIL})+{_AFTER}"
)
_NARROW_TEXT = re.compile(f"{NARROW}*")
_ASCII_TEXT = re.compile("[ -~]*")
_SEAMS = "/-?"


def wrap(text: str, width: int) -> list[str]:
    """The lines of a title or a sentence, at most `width` cells each; there is always one."""
    text = text.replace("\n", " ").replace("\t", " ")
    return [text[start:end] for start, end in line_ranges(text, max(1, width))]


def line_ranges(text: str, width: int) -> list[Range]:
    """The lines of one paragraph, at most `width` cells each; a grapheme wider than `width` has a line of its own.

    The text has no newlines and no tabs. Lines break at spaces, after hyphens and dashes between letters, between
    ideographs, and inside what is longer than a line, there after `/`, `-` or `?` if it has any.
    """
    if _is_narrow(text):
        return _narrow_ranges(text, width)
    return _atom_ranges(text, width)


def hard_ranges(text: str, width: int) -> list[Range]:
    """The lines of a text cut wherever `width` cells are full, as code is: no character is lost."""
    if _is_narrow(text):
        return [(start, min(start + width, len(text))) for start in range(0, len(text), width)] or [(0, 0)]
    ranges = []
    start = used = 0
    for cluster, _, cells in clusters(text, 0, len(text)):
        if used + cells > width and cluster > start:
            ranges.append((start, cluster))
            start, used = cluster, 0
        used += cells
    ranges.append((start, len(text)))
    return ranges


def clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The graphemes of text[start:end]: where each starts, ends, and how many cells it takes."""
    first = start
    while first < end:
        last = first + 1
        if _is_flag_letter(text[first]) and last < end and _is_flag_letter(text[last]):
            last += 1
        while last < end and joins(text, last):
            last += 1
        yield first, last, cell_len(text[first:last])
        first = last


def joins(text: str, index: int) -> bool:
    """Returns True where the character at `index` (> 0) belongs to the grapheme of the one before."""
    character = text[index]
    if character <= "~" or character.isspace():
        return False
    return text[index - 1] == "\u200d" or cell_len(character) == 0 or "\U0001f3fb" <= character <= "\U0001f3ff"


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_narrow(text: str) -> bool:
    return (_ASCII_TEXT if text.isascii() else _NARROW_TEXT).fullmatch(text) is not None


def _narrow_ranges(text: str, width: int) -> list[Range]:
    """Returns `line_ranges` for text in which each character is one cell wide."""
    ranges = []
    start, size = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    while size - start > width:
        full = start + width
        space = text.rfind(" ", start + 1, full + 1)
        word = space + 1 if space > 0 else start
        if word > start and not _runs_on(text, word, full, width):
            seam = _hyphen(text, word, full)
        else:
            seam = _seam(text, max(word, start + width // 3), full) or full
        end = seam or space
        ranges.append((start, end if seam else start + len(text[start:space].rstrip(" "))))
        start = end
        while start < size and text[start] == " ":
            start += 1
    ranges.append((start, max(start, size)))
    return ranges


def _runs_on(text: str, word: int, full: int, width: int) -> bool:
    """Returns True for a word that is longer than a line and has enough room to start on this one."""
    return full - word >= max(1, width // 3) and len(text) - word > width and text.find(" ", word, word + width + 1) < 0


def _hyphen(text: str, word: int, full: int) -> int:
    """Returns the end of the part of a hyphenated word that fits before `full`; 0 if there is none."""
    hyphen = max(text.rfind("-", word + 1, full), text.rfind("—", word + 1, full), text.rfind("–", word + 1, full))
    return hyphen + 1 if hyphen > 0 and text[hyphen - 1].isalnum() and text[hyphen + 1].isalpha() else 0


def _seam(text: str, earliest: int, full: int) -> int:
    """Returns the best place between `earliest` and `full` to cut an address or the like; 0 if there is none."""
    while True:
        seam = max(text.rfind(mark, earliest, full) for mark in _SEAMS) + 1
        if not seam or text[seam : seam + 1] != "/":
            return seam
        full = seam - 1  # not between the slashes of `https://`


def _atom_ranges(text: str, width: int) -> list[Range]:
    """Returns `line_ranges` for any script: an atom is a word, or an ideograph with its punctuation."""
    ranges: list[Range] = []
    start = end = used = 0
    has_atom = False
    for match in _ATOM.finditer(text):
        first, last = match.span()
        cells = cell_len(match[0])
        gap = cell_len(text[end:first]) if has_atom else 0
        if used + gap + cells > width:
            if has_atom and cells > width and used + gap + width // 3 < width:
                first = _fill(text, ranges, start, first, last, used + gap, width)
            elif has_atom:
                ranges.append((start, end))
            start, cells = _chop(text, ranges, first, last, width)
            gap = used = 0
        elif not has_atom:
            start = first
        end, used, has_atom = last, used + gap + cells, True
    ranges.append((start, end))
    return ranges


def _fill(text: str, ranges: list[Range], start: int, first: int, last: int, used: int, width: int) -> int:
    """End the line from `start` with as much of the atom (first, last) as it can take; give where the rest begins."""
    cut = first
    for cluster, end, cells in clusters(text, first, last):
        used += cells
        if used > width:
            cut = _seam(text, first, cluster) or _before_closing(text, first, cluster)
            break
        cut = end
    ranges.append((start, cut if cut > first else start + len(text[start:first].rstrip())))
    return cut


def _chop(text: str, ranges: list[Range], first: int, last: int, width: int) -> tuple[int, int]:
    """Cut the atom (first, last) into full lines; give where its last piece begins and how many cells that has."""
    start, used = first, 0
    for cluster, _, cells in clusters(text, first, last):
        if used + cells > width and cluster > start:
            cut = _seam(text, max(start, cluster - width // 2), cluster) or _before_closing(text, start, cluster)
            if cell_len(text[cut:cluster]) + cells > width:
                cut = cluster
            ranges.append((start, start + len(text[start:cut].rstrip(" "))))
            start = cut + (text[cut] == " ")
            used = cell_len(text[start:cluster])
        used += cells
    return start, used


def _before_closing(text: str, start: int, cut: int) -> int:
    """Returns where to cut a text from `start` on, at `cut` or before it, so that the rest begins with no full stop."""
    earlier = cut
    while earlier > start and (text[earlier] in CLOSING or joins(text, earlier)):
        earlier -= 1
    return earlier if earlier > start else cut
