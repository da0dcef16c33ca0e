"""What a terminal makes of the pictures that are written to it: sixel to pixels, and which ones kitty has."""

from __future__ import annotations

import re
from base64 import b64decode

_SIXEL = re.compile(rb'\x1bP0;1;0q"1;1;([0-9]+);([0-9]+)([^\x1b]*)\x1b\\')
_STEP = re.compile(
    r"#(?P<colour>[0-9]+)(?:;2;(?P<percents>[0-9;]+))?|(?:!(?P<count>[0-9]+))?(?P<bits>[?-~])|(?P<end>[$-])"
)
_KITTY = re.compile(rb"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")

Pixels = list[list[str]]
"""The colours of rows, six hexadecimal digits each; empty where nothing was drawn."""


def sixel_pixels(written: str) -> Pixels:
    """Returns the pixels of one sixel picture."""
    found = _SIXEL.fullmatch(written.encode())
    assert found is not None
    width, height = int(found[1]), int(found[2])
    pixels = [[""] * width for _ in range(height)]
    palette: dict[str, str] = {}
    x = top = 0
    colour = ""
    body = found[3].decode()
    assert not _STEP.sub("", body)
    for step in _STEP.finditer(body):
        if step["percents"]:
            palette[step["colour"]] = "".join(f"{round(int(part) * 2.55):02x}" for part in step["percents"].split(";"))
        elif step["colour"]:
            colour = palette[step["colour"]]
        elif step["end"]:
            x, top = 0, top + 6 * (step["end"] == "-")
        else:
            count = int(step["count"] or 1)
            for bit in range(6):
                if ord(step["bits"]) - 63 >> bit & 1:
                    pixels[top + bit][x : x + count] = [colour] * count
            x += count
    return pixels


class Kitty:
    """The pictures that kitty has after everything that was written: number → file."""

    def __init__(self, raw: bytes | bytearray) -> None:
        self.pictures: dict[int, bytes] = {}
        self.sent: list[int] = []
        data, number = b"", 0
        for found in _KITTY.finditer(bytes(raw)):
            keys = dict(part.split("=") for part in found[1].decode().split(","))
            if keys.get("a") == "q":
                continue
            assert keys["q"] == "2"  # else it answers, and the answer is typed
            if keys.get("a") == "d":
                self.pictures.pop(int(keys["i"]), None)
                continue
            if "i" in keys:
                data, number = b"", int(keys["i"])
                assert keys["U"] == "1"
                self.sent.append(number)
            data += found[2]
            if keys["m"] == "0":
                self.pictures[number] = b64decode(data)
