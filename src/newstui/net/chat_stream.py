"""Parses the answer of a chat server while it arrives. One rule: bytes may be cut anywhere, and none are trusted.

OpenAI's chat completions have two shapes: server-sent events, one JSON object each (`stream: true`), and a single JSON
object, which servers that do not stream send whatever they were asked for.
"""

from __future__ import annotations

import codecs
import io
import json
from typing import Any

from newstui.domain.text.clean import clean, one_line

LONGEST = 16 * 1024
"""Characters of the longest answer. No summary is as long."""
LONGEST_EVENT = 1024 * 1024
"""Characters of the longest event or single JSON object."""
LONGEST_MESSAGE = 200
"""Characters of the longest error message of a server that is shown."""

_OPENED, _CLOSED = "<think>", "</think>"


class UnreadableAnswerError(ValueError):
    """The answer is of an unknown kind, or reports an error; the message is a clause about it."""


class ChatStream:
    """Turns bytes, cut anywhere, into clean text. Holds at most LONGEST and LONGEST_EVENT characters."""

    def __init__(self) -> None:
        self.ended = False
        """True once the server marked the end of the answer. The rest is ignored."""
        self.cut_short = False
        """True if the model reached its limit of tokens, perhaps in the middle of a sentence."""
        decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._decoder = io.IncrementalNewlineDecoder(decoder, translate=True)
        self._single: bool | None = None
        self._pending: list[str] = []
        self._held = 0
        self._event: list[str] = []
        self._events = 0
        self._thoughts = _Thoughts()
        self._text: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The answer so far."""
        return "".join(self._text)

    def add(self, data: bytes) -> str:
        """Returns the text that these bytes add to the answer, often none. Raises UnreadableAnswerError."""
        piece = self._decoder.decode(data)
        if self._single is None:
            piece = piece.lstrip()
            if not piece:
                return ""
            self._single = piece.startswith("{")
        if self._single:
            self._hold(piece)
            return ""
        *whole, rest = piece.split("\n")
        added = []
        for line in whole:
            self._hold(line)
            added.append(self._line("".join(self._pending)))
            self._pending.clear()
        self._hold(rest)
        return "".join(added)

    def finish(self) -> str:
        """Returns the rest at the end of the connection. Raises UnreadableAnswerError for an incomplete answer."""
        added = self._rest() if not self.ended else ""
        if not self.ended:
            raise UnreadableAnswerError(
                "the answer broke off" if self._events else "that is not an answer of a language model"
            )
        return added + self._add(self._thoughts.rest())

    def _rest(self) -> str:
        pending = "".join(self._pending) + self._decoder.decode(b"", True)
        if self._single:
            return self._message(_table(pending))
        return self._line(pending) + self._line("")

    def _hold(self, piece: str) -> None:
        self._pending.append(piece)
        self._held += len(piece)
        if self._held > LONGEST_EVENT:
            raise UnreadableAnswerError("the answer does not end")

    def _line(self, line: str) -> str:
        """Adds a line of server-sent events. Only data matters; an empty line ends an event."""
        if line:
            field, _, value = line.partition(":")
            if field == "data":
                self._event.append(value.removeprefix(" "))
            # The event ends the answer, so there is no need for the empty line behind it.
            if self._event != ["[DONE]"]:
                return ""
        data, self._event, self._held = "\n".join(self._event), [], 0
        if not data or self.ended:
            return ""
        self._events += 1
        if data == "[DONE]":
            self.ended = True
            return ""
        return self._chunk(_table(data))

    def _chunk(self, table: dict[str, Any]) -> str:
        _refuse_error(table)
        choice = _first_choice(table)
        self._note_end(choice.get("finish_reason"))
        return self._content(choice.get("delta"))

    def _message(self, table: dict[str, Any]) -> str:
        _refuse_error(table)
        choice = _first_choice(table)
        if not isinstance(choice.get("message"), dict):
            raise UnreadableAnswerError("that is not an answer of a language model")
        self.ended = True
        self._note_end(choice.get("finish_reason"))
        return self._content(choice["message"])

    def _note_end(self, reason: object) -> None:
        if reason:
            self.ended = True
            self.cut_short = reason == "length"

    def _content(self, message: object) -> str:
        content = message.get("content") if isinstance(message, dict) else None
        return self._add(self._thoughts.without(content)) if isinstance(content, str) else ""

    def _add(self, piece: str) -> str:
        self._length += len(piece)
        if self._length > LONGEST:
            raise UnreadableAnswerError("the answer does not end")
        piece = clean(piece)
        self._text.append(piece)
        return piece


class _Thoughts:
    """Leaves out `<think>…</think>` at the beginning: some servers send a model's thoughts as part of its answer."""

    def __init__(self) -> None:
        self._over = False
        self._within = False
        self._held = ""

    def without(self, piece: str) -> str:
        """Returns the part of the piece that is not a thought. Holds back the beginning of a possible mark."""
        if self._over:
            return piece
        self._held += piece
        if not self._within:
            start = self._held.lstrip()
            if _OPENED.startswith(start):
                return ""
            if not start.startswith(_OPENED):
                return self.rest()
            self._within = True
        before, closed, after = self._held.partition(_CLOSED)
        if closed:
            self._over = True
            return after.lstrip()
        self._held = before[1 - len(_CLOSED) :]
        return ""

    def rest(self) -> str:
        """Returns text that was held back and is not a thought, at the end of the answer."""
        held, self._held = self._held, ""
        if self._within or self._over:
            return ""
        self._over = True
        return held


def error_message(body: bytes) -> str:
    """Returns a server's error message as one clean line; empty where there is none that a person can read."""
    try:
        table = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return _message_of(table)


def _message_of(table: object) -> str:
    """Returns the message as one line; empty if there is none.

    OpenAI: `{"error": {"message": …}}`; vLLM: `{"object": "error", "message": …}`; others: a plain `error`.
    """
    if isinstance(table, str):
        line = one_line(table)
        return line if len(line) <= LONGEST_MESSAGE else line[: LONGEST_MESSAGE - 1].rstrip() + "…"
    if isinstance(table, dict):
        for name in ("error", "message", "detail"):
            if message := _message_of(table.get(name)):
                return message
    return ""


def _refuse_error(table: dict[str, Any]) -> None:
    if table.get("error") or table.get("object") == "error":
        raise UnreadableAnswerError(f"the server says: {_message_of(table) or 'something went wrong'}")


def _first_choice(table: dict[str, Any]) -> dict[str, Any]:
    """Returns an empty table if there is no choice: some events only count tokens."""
    choices = table.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    return choice if isinstance(choice, dict) else {}


def _table(text: str) -> dict[str, Any]:
    try:
        table = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableAnswerError("that is not an answer of a language model") from error
    if not isinstance(table, dict):
        raise UnreadableAnswerError("that is not an answer of a language model")
    return table
