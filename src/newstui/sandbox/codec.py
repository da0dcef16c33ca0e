"""Typed JSON: values of the domain to JSON and back. Anything without the exact shape of its type is refused.

The answers of the sandbox are decoded with it, and that process is not trusted: no missing or unknown field, no time
without a zone, no lone surrogate comes through. A value is a frozen dataclass, a NamedTuple, a tuple, a Literal, a str,
bytes, int, float, bool, None or an aware datetime, or one of these or None.
"""

from __future__ import annotations

import base64
import math
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from newstui.domain.articles.incoming import Forgotten, Incoming, Refused, SavedPicture, TakenAs
from newstui.domain.enclosure import Enclosure
from newstui.domain.feed import Entry, Feed, FullText, SavedSearch

if TYPE_CHECKING:
    from collections.abc import Callable

    _Readers = dict[object, Callable[[object], Any]]

T = TypeVar("T")

_NAMES: dict[str, Any] = {
    kind.__name__: kind
    for kind in (datetime, Enclosure, Entry, Feed, SavedSearch, Forgotten, Incoming, Refused, SavedPicture)
} | {"FullText": FullText, "TakenAs": TakenAs}
"""Types that modules import only for the type checker, so that their globals lack them."""


def to_json(value: object) -> Any:
    """Returns the value as `json.dumps` takes it. Raises TypeError for a type that is not listed above."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} cannot be written")


def from_json(kind: type[T], data: object, *, any_text: bool = False) -> T:
    """Returns a value of this type. Raises ValueError where the data has another shape.

    any_text: lone surrogates are accepted; they stand for the bytes of file names that are not UTF-8.
    """
    return _value(kind, data, _ANY_TEXT if any_text else _PLAIN)  # type: ignore[no-any-return]


def _value(kind: Any, data: object, plain: _Readers) -> Any:
    read = plain.get(kind)
    if read:
        return read(data)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind, data, plain)
    if hasattr(kind, "_fields"):
        return kind(*_tuple(tuple(_hints(kind).values()), data, plain))
    return _generic(get_origin(kind), get_args(kind), data, plain)


def _generic(origin: Any, kinds: tuple[Any, ...], data: object, plain: _Readers) -> Any:
    if origin is tuple:
        return _tuple(kinds, data, plain)
    if origin is Literal:
        if not any(data == literal and type(data) is type(literal) for literal in kinds):
            raise ValueError
        return data
    if origin in (Union, UnionType) and len(kinds) == 2 and NoneType in kinds:
        (kind,) = (other for other in kinds if other is not NoneType)
        return None if data is None else _value(kind, data, plain)
    raise TypeError(f"{origin} of {kinds} cannot be read")


def _whole(data: object) -> int:
    if type(data) is not int:  # not isinstance: True is an int
        raise ValueError
    return data


def _flag(data: object) -> bool:
    if not isinstance(data, bool):
        raise ValueError
    return data


def _nothing(data: object) -> None:
    if data is not None:
        raise ValueError


def _bytes(data: object) -> bytes:
    return base64.b64decode(_text(data), validate=True)


def _any_text(data: object) -> str:
    if not isinstance(data, str):
        raise ValueError
    return data


def _text(data: object) -> str:
    if not isinstance(data, str):
        raise ValueError
    if not data.isascii():
        data.encode()  # UnicodeEncodeError is a ValueError: a lone surrogate cannot be written anywhere
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


def _tuple(kinds: tuple[Any, ...], data: object, plain: _Readers) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ValueError
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_value(kinds[0], item, plain) for item in data)
    return tuple(_value(kind, item, plain) for kind, item in zip(kinds, data, strict=True))


def _dataclass(kind: type, data: object, plain: _Readers) -> object:
    hints = _hints(kind)
    if not isinstance(data, dict) or data.keys() != hints.keys():
        raise ValueError
    return kind(**{name: _value(hint, data[name], plain) for name, hint in hints.items()})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, localns=_NAMES)


_PLAIN: _Readers = {
    str: _text, bytes: _bytes, int: _whole, float: _number, bool: _flag, datetime: _moment, NoneType: _nothing
}  # fmt: skip
_ANY_TEXT: _Readers = {**_PLAIN, str: _any_text}
