"""The grammar of what newstui may write to a terminal: everything else is a fault.

A colour, a place, a mode that Textual is known to set, text that can only be text; the clipboard
only with what is said to be in it.
"""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from dataclasses import dataclass, field

_NUMBERS = r"[0-9]{0,5}(?:;[0-9]{0,5})*"
_MODES = (7, 25, 1000, 1002, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048)
_CONTROL = re.compile(
    "|".join(
        (
            rf"\x1b\[{_NUMBERS}m",  # colours and styles
            r"\x1b\[[0-9]{1,5};[0-9]{1,5}H|\x1b\[[0-9]{1,5}[CG]",  # to a place
            r"\x1b\[K|\x1b\[[0-9]{1,5}X|\x1b\[2J",  # blanks in the colour that is set, or everywhere
            r"\x1b\[[0-9]{1,5};[0-9]{1,5}r|\x1b\[[0-9]{1,5}[LM]|\x1b\[r",  # some lines move up or down
            rf"\x1b\[\?(?P<mode>{'|'.join(map(str, _MODES))})(?P<switch>[hl])",
            r"\x1b\[\?(?:2026|2048)\$p",  # does the terminal know this mode?
            r"\x1b\[>[0-9]{1,2}u|\x1b\[<u",  # the keyboard protocol, on and off
            r"\x1b\]11;\?\x1b\\",  # which background has it?
            r"\x1b\]22;[a-z-]{1,20}\x07",  # the pointer's shape
            r"\x1b\]52;c;(?P<copied>[A-Za-z0-9+/=]*)\x07",
            r"\x1b\]8;(?:id=[0-9-]+)?;(?P<link>[^\x00-\x20\x7f-\x9f]*)\x1b\\",
            r"\r\n|\n|[ -~]+",
        )
    )
)
_TEXT_CATEGORIES = ("L", "M", "N", "P", "S", "Zs")
_JOINERS = "\u200c\u200d"
"""Joiners of emoji and scripts; they only affect letters."""
_PAIRS = {25: ("l", "h"), 7: ("l", "h")}
"""Modes that an interface switches off and must switch on again; all others it switches on and must switch off."""


@dataclass
class Written:
    """The contents of a stream of bytes."""

    copied: list[str] = field(default_factory=list)
    """The texts that were put into the clipboard."""
    links: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    """The bytes that the grammar does not name, with those around them."""
    left_on: set[int] = field(default_factory=set)
    """Modes that were changed and not changed back."""


def written(raw: bytes | bytearray, *, may_ring: bool = False) -> Written:
    """Reads everything that was written to a terminal. `may_ring`: a field that takes no more rings the bell."""
    found = Written()
    try:
        text = bytes(raw).decode("utf-8")
    except UnicodeDecodeError as error:
        found.faults.append(f"no UTF-8: {raw[max(0, error.start - 40) : error.end + 40]!r}")
        text = bytes(raw).decode("utf-8", "replace")
    at = 0
    while at < len(text):
        control = _CONTROL.match(text, at)
        if control:
            _take(control, found)
            at = control.end()
        else:
            if not is_text(text[at]) and not (may_ring and text[at] == "\x07"):
                found.faults.append(f"{text[at]!r} in {text[max(0, at - 60) : at + 60]!r}")
            at += 1
    return found


def is_text(character: str) -> bool:
    """Returns True for a character that can only be seen."""
    return character in _JOINERS or unicodedata.category(character).startswith(_TEXT_CATEGORIES)


def _take(control: re.Match[str], found: Written) -> None:
    if control["copied"] is not None:
        try:
            found.copied.append(base64.b64decode(control["copied"], validate=True).decode("utf-8"))
        except (binascii.Error, UnicodeDecodeError) as error:
            found.faults.append(f"clipboard: {error}")
    elif control["link"]:
        found.links.add(control["link"])
    elif control["mode"] is not None:
        mode = int(control["mode"])
        changed, _ = _PAIRS.get(mode, ("h", "l"))
        (found.left_on.add if control["switch"] == changed else found.left_on.discard)(mode)
    elif control[0].startswith("\x1b[>"):
        found.left_on.add(-1)
    elif control[0] == "\x1b[<u":
        found.left_on.discard(-1)
