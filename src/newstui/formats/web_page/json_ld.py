"""JSON-LD about the article of a page. An object of an unknown shape is passed over."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Json = dict[str, Any]

_LONGEST = 1_000_000
_MOST = 5000
"""Objects of a page that are looked at."""
_ARTICLE = re.compile(r"Article|BlogPosting|Report|SocialMediaPosting", re.IGNORECASE)
_PAGE = re.compile(r"WebPage|ItemPage|Review|Recipe|CreativeWork|Book|VideoObject", re.IGNORECASE)
_WRAPPED = re.compile(
    r"\A\s*(?:<!--|/\*.{0,40}?\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)?\s*|\s*(?:-->|//\s*\]\]>|\]\]>)?\s*;?\s*\Z"
)
_TAG = re.compile(r"<[^<>]{0,200}>")


def article_in(scripts: Iterable[str]) -> Json:
    """Returns the object that describes the article, merged with others about it; empty without one."""
    found: list[tuple[int, Json]] = []
    for script in scripts:
        for each in _objects(_parsed(script)):
            kind = " ".join(map(str, each["@type"])) if isinstance(each.get("@type"), list) else str(each.get("@type"))
            if _ARTICLE.search(kind):
                found.append((0, each))
            elif _PAGE.search(kind):
                found.append((1, each))
    by_id = {each["@id"]: each for _, each in found if isinstance(each.get("@id"), str)}
    merged: Json = {}
    for _, each in sorted(found, key=lambda pair: pair[0]):
        for key, value in each.items():
            merged.setdefault(key, by_id.get(_reference(value), value))
    return merged


def _reference(value: object) -> str:
    return str(value.get("@id")) if isinstance(value, dict) and len(value) == 1 else ""


def _parsed(script: str) -> object:
    text = _WRAPPED.sub("", script[:_LONGEST])
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> Iterator[Json]:
    """Yields each object that has a type, the outer ones first, without those that are only mentioned."""
    waiting: list[object] = [value]
    for _ in range(_MOST):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting.extend(each[:_MOST])
        elif isinstance(each, dict):
            if "@type" in each:
                yield each
            waiting.extend(
                each[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed") if key in each
            )


def text_in(value: object, *keys: str) -> str | None:
    """Returns the text of a value: a text, an object that has it under one of the keys, or a list of either."""
    for _ in range(8):
        if isinstance(value, str):
            return _TAG.sub("", value).strip() or None
        if isinstance(value, list) and value:
            value = value[0]
        elif isinstance(value, dict):
            value = next((value[key] for key in (*keys, "@value", "name") if value.get(key)), None)
        else:
            return str(value) if isinstance(value, int) and not isinstance(value, bool) else None
    return None


def names_in(value: object) -> list[str]:
    """Returns the names in a value: a text, an object, or a list of them."""
    parts = value[:50] if isinstance(value, list) else [value]
    names: list[str] = []
    for part in parts:
        if isinstance(part, dict) and not part.get("name"):
            joined = " ".join(str(part[key]) for key in ("givenName", "familyName") if isinstance(part.get(key), str))
            name = joined or None
        elif isinstance(part, dict) and isinstance(part["name"], list):
            names.extend(
                names_in(part["name"][:50]) if not any(isinstance(each, list) for each in part["name"]) else []
            )
            continue
        else:
            name = text_in(part, "name")
        if name and name not in names:
            names.append(name)
    return names
