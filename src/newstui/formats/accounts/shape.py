"""Takes JSON of a server apart. Whatever is there: the value of the wanted kind, or ShapeError."""

from __future__ import annotations

import json
from typing import Any

from newstui.domain.text.clean import one_line


class ShapeError(ValueError):
    """The answer is not of the shape that the API has: another program answers there."""


def object_of(raw: bytes) -> dict[str, Any]:
    """Returns a JSON object."""
    return as_object(_parsed(raw))


def list_of(raw: bytes) -> list[Any]:
    """Returns a JSON list."""
    return as_list(_parsed(raw))


def as_object(value: object) -> dict[str, Any]:
    """Returns an object."""
    if not isinstance(value, dict):
        raise ShapeError
    return value


def as_list(value: object) -> list[Any]:
    """Returns a list."""
    if not isinstance(value, list):
        raise ShapeError
    return value


def as_id(value: object) -> str:
    """Returns an id that consists of a few ordinary characters; a whole number may be one."""
    text = str(value) if type(value) is int else value
    if not isinstance(text, str) or not text or len(text) > 2000 or text != one_line(text):
        raise ShapeError
    return text


def text_in(table: dict[str, Any], name: str) -> str:
    """Returns one line of text; empty where there is none."""
    value = table.get(name)
    return one_line(value) if isinstance(value, str) else ""


def _parsed(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise ShapeError from error
