"""The answers of a terminal that knows everything it is asked for, as kitty, foot, ghostty and WezTerm do."""

from __future__ import annotations

import re

_QUESTION = re.compile(
    rb"\x1b\[\?(?P<mode>[0-9]+)\$p|\x1b\[\?(?P<on>[0-9;]+)h|\x1b\[(?P<kind>[>=]?)0?c|\x1b\[>0?q|\x1b\[(?P<status>[56])n"
    rb"|\x1b_Gi=(?P<picture>[0-9]+),[^;\x1b]*a=q[^;\x1b]*;"
    rb"|\x1b\[(?P<cell>16)t|\x1b\[\?(?P<keyboard>u)|\x1b\](?P<colour>1[0-2]);\?(?:\x07|\x1b\\)"
)
_IS_ON, _IS_OFF = 1, 2


class Answers:
    """Answers every question about a mode, a colour, the cursor, the keyboard and the terminal itself."""

    def __init__(
        self,
        columns: int = 120,
        lines: int = 40,
        on_before: frozenset[int] = frozenset(),
        *,
        name: str = "everything(1.0)",
        abilities: str = "62;4;22",
    ) -> None:
        """`on_before`: modes that were on before the program began. `abilities`: 4 among them is sixel."""
        self._name, self._abilities = name.encode(), abilities.encode()
        self._columns, self._lines = columns, lines
        self._on = on_before

    def to(self, raw: bytes | bytearray, at: int) -> tuple[int, bytes]:
        """Returns the answers to what is asked from a place on, and the place after the last question."""
        said = bytearray()
        for question in _QUESTION.finditer(bytes(raw), at):
            said += self._answer(question)
            at = question.end()
        return at, bytes(said)

    def _answer(self, question: re.Match[bytes]) -> bytes:
        if (mode := question["mode"]) is not None:
            return b"\x1b[?%s;%d$y" % (mode, _IS_ON if int(mode) in self._on else _IS_OFF)
        if question["on"] is not None:
            size = f"\x1b[48;{self._lines};{self._columns};{self._lines * 20};{self._columns * 10}t"
            return size.encode() if question["on"] == b"2048" else b""
        if question["colour"] is not None:
            return b"\x1b]%s;rgb:1010/1010/1010\x1b\\" % question["colour"]
        if question["status"] is not None:
            return b"\x1b[0n" if question["status"] == b"5" else b"\x1b[1;1R"
        if question["keyboard"] is not None:
            return b"\x1b[?0u"
        if question["kind"] is not None:
            return b"\x1b[?%sc" % self._abilities
        if question["picture"] is not None:
            return b"\x1b_Gi=%s;OK\x1b\\" % question["picture"]
        if question["cell"] is not None:
            return b"\x1b[6;20;10t"
        return b"\x1bP>|%s\x1b\\" % self._name
