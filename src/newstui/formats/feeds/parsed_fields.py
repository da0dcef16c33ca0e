"""The fields of a feed or an entry as feedparser gives them. A field of the wrong type counts as missing."""

from __future__ import annotations

from typing import Any

Fields = dict[str, Any]
"""A feed or an entry of feedparser. Its own `get` guesses and warns, so `dict.get` is used."""


def text_in(fields: Fields, name: str) -> str:
    value = dict.get(fields, name)
    return value if isinstance(value, str) else ""


def dict_in(fields: Fields, name: str) -> Fields:
    value = dict.get(fields, name)
    return value if isinstance(value, dict) else {}


def list_in(fields: Fields, name: str) -> list[Fields]:
    value = dict.get(fields, name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
