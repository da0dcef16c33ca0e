"""Values that cross between newstui and a task's process, as JSON: events, feeds, errors and plain values.

One rule: only the types listed here come out at the other side, whatever a message says.
"""

from __future__ import annotations

import builtins
from typing import Any

from newstui.domain import errors
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.net.deadline import Cancelled
from newstui.sandbox.codec import from_json, to_json
from newstui.services import events

_KINDS: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        Feed,
        events.Exported,
        events.FeedChecked,
        events.FoundFeeds,
        events.Imported,
        events.Indexed,
        events.Progress,
        events.Skipped,
        events.Synced,
        events.Ingested,
        events.Waiting,
    )
}
_ERRORS: dict[str, type[NewstuiError]] = {
    kind.__name__: kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, NewstuiError)
}


def pack(value: object) -> Any:
    """Returns the value as `json.dumps` takes it. Raises TypeError for a type that cannot cross.

    An error of newstui that one layer keeps to itself becomes the one of the domain that it is a kind of; one that is
    neither newstui's nor Python's a RuntimeError with its name and its message.
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple):
        return [pack(item) for item in value]
    kind = type(value).__name__
    if isinstance(value, BaseException):
        if isinstance(value, Cancelled):
            return {"error": "Cancelled"}
        if isinstance(value, NewstuiError):
            return {"error": _kind_of(value), "message": str(value), "hint": value.hint}
        if _is_plain(kind, value):
            return {"error": kind, "message": str(value)}
        return {"error": "RuntimeError", "message": f"{kind}: {value}"}
    if kind in _KINDS:
        return {"kind": kind, "value": to_json(value)}
    raise TypeError(f"{kind} cannot be sent to another process")


def unpack(data: Any) -> Any:
    """Returns the value that `pack` was given; a list comes out as a tuple. Raises ValueError, KeyError."""
    if isinstance(data, list):
        return tuple(unpack(item) for item in data)
    if not isinstance(data, dict):
        return data
    if "kind" in data:
        return from_json(_KINDS[data["kind"]], data["value"], any_text=True)
    name = data["error"]
    if name == "Cancelled":
        return Cancelled()
    if name in _ERRORS:
        return _ERRORS[name](data["message"], hint=data["hint"])
    error = getattr(builtins, name)
    if not issubclass(error, Exception):
        raise ValueError(name)
    return error(data["message"])


def _kind_of(error: NewstuiError) -> str:
    """Returns the name of the nearest of the domain's errors that this one is a kind of."""
    return next(kind.__name__ for kind in type(error).__mro__ if _ERRORS.get(kind.__name__) is kind)


def _is_plain(kind: str, error: BaseException) -> bool:
    """Returns True for an exception of Python's own that its message can make again."""
    return isinstance(error, Exception) and getattr(builtins, kind, None) is type(error) and error.args == (str(error),)
