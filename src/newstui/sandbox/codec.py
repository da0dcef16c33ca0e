"""Values of the domain as JSON, and back. One rule: what does not have the very shape of its type is refused.

It is what the process that reads foreign input answers with, and that process is not to be trusted. A value is a frozen
dataclass, a NamedTuple, a tuple, a Literal, a str, bytes, int, float, bool, None or an aware datetime, or one of these
or None.
"""

from __future__ import annotations

import base64
import math
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from newstui.domain.articles.incoming import Forgotten, Incoming, Refused
from newstui.domain.feed import Enclosure, Entry, Feed, FullText, SavedSearch

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_NAMES: dict[str, Any] = {
    kind.__name__: kind for kind in (datetime, Enclosure, Entry, Feed, SavedSearch, Forgotten, Incoming, Refused)
} | {"FullText": FullText}
"""What modules import for the type checker alone, so that their types cannot be told from their globals."""


def to_json(value: object) -> Any:
    """The value as `json.dumps` takes it. Raises TypeError for what is none of the types above."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [to_json(each) for each in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} cannot be written")


def from_json(kind: type[T], data: object) -> T:
    """The value of this type. Raises ValueError where the data has another shape."""
    return _value(kind, data)  # type: ignore[no-any-return]


def _value(kind: Any, data: object) -> Any:
    plain = _PLAIN.get(kind)
    if plain:
        return plain(data)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind, data)
    if hasattr(kind, "_fields"):
        return kind(*_tuple(tuple(_hints(kind).values()), data))
    return _generic(get_origin(kind), get_args(kind), data)


def _generic(origin: Any, kinds: tuple[Any, ...], data: object) -> Any:
    if origin is tuple:
        return _tuple(kinds, data)
    if origin is Literal:
        if not any(data == each and type(data) is type(each) for each in kinds):
            raise ValueError
        return data
    if origin in (Union, UnionType) and len(kinds) == 2 and NoneType in kinds:
        (kind,) = (each for each in kinds if each is not NoneType)
        return None if data is None else _value(kind, data)
    raise TypeError(f"{origin} of {kinds} cannot be read")


def _whole(data: object) -> int:
    if type(data) is not int:  # not isinstance: True is an int
        raise ValueError
    return data


def _yes_or_no(data: object) -> bool:
    if not isinstance(data, bool):
        raise ValueError
    return data


def _nothing(data: object) -> None:
    if data is not None:
        raise ValueError


def _bytes(data: object) -> bytes:
    return base64.b64decode(_text(data), validate=True)


def _text(data: object) -> str:
    if not isinstance(data, str):
        raise ValueError
    if not data.isascii():
        data.encode()  # UnicodeEncodeError is a ValueError: half a surrogate pair can be written nowhere
    return data


def _number(data: object) -> float:
    if type(data) is int and abs(data) < 2**53:
        return float(data)
    if type(data) is not float or not math.isfinite(data):
        raise ValueError
    return data


def _moment(data: object) -> datetime:
    moment = datetime.fromisoformat(_text(data))
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _tuple(kinds: tuple[Any, ...], data: object) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ValueError
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_value(kinds[0], each) for each in data)
    return tuple(_value(kind, each) for kind, each in zip(kinds, data, strict=True))


def _dataclass(kind: type, data: object) -> object:
    hints = _hints(kind)
    if not isinstance(data, dict) or data.keys() != hints.keys():
        raise ValueError
    return kind(**{name: _value(hint, data[name]) for name, hint in hints.items()})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, localns=_NAMES)


_PLAIN: dict[object, Callable[[object], Any]] = {
    str: _text, bytes: _bytes, int: _whole, float: _number, bool: _yes_or_no, datetime: _moment, NoneType: _nothing
}  # fmt: skip
