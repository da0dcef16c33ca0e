"""What all exports are made of: addresses, names, dates, notes. Whatever a field holds, nothing here fails."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import clean, one_line
from newstui.domain.urls import LONGEST_URL, web_url
from newstui.formats.html.to_markdown import markdown_of
from newstui.formats.text.dates import in_range, parse_date
from newstui.formats.text.titles import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

Taken = Incoming | Refused
Row = dict[str, Any]
"""An object of JSON, a line of a table: the names are known, the values may be anything."""

NOT_WEB = "its address is not http or https"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST_SECONDS, _LATEST_MILLISECONDS = 10**11, 10**14
_YES = frozenset((True, 1, "1", "true", "True", "TRUE", "yes"))


def text(value: object) -> str:
    """What a field says; nothing where it holds a list or an object."""
    if isinstance(value, str):
        return clean(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def line(value: object) -> str:
    return one_line(text(value))


def is_yes(value: object) -> bool:
    return isinstance(value, bool | int | str) and value in _YES


def names(values: Iterable[object]) -> tuple[str, ...]:
    """Tags: clean, none empty, each once, in the order given."""
    return tuple(dict.fromkeys(filter(None, map(line, values))))


def listed(value: object, key: str = "") -> list[object]:
    """The items of a list; of those that are objects what they call `key`. Empty for what is no list."""
    items = value if isinstance(value, list) else []
    return [item.get(key) if isinstance(item, dict) else item for item in items]


def moment(value: object) -> datetime | None:
    """A date as it is written, or the seconds, milliseconds or microseconds since 1970; 0 is no date."""
    if isinstance(value, str):
        stripped = value.strip()
        is_count = stripped.isascii() and stripped.isdigit() and 8 < len(stripped) < 18 and len(stripped) != 14
        return since_1970(int(stripped)) if is_count else parse_date(stripped)
    return since_1970(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else None


def since_1970(count: float, unit: int | None = None) -> datetime | None:
    """unit: how many make a second; None: they are seconds, or what can only be milliseconds or microseconds."""
    if unit is None:
        unit = 1 if count < _LATEST_SECONDS else 1000 if count < _LATEST_MILLISECONDS else 1_000_000
    try:
        # Whole seconds first: a float of microseconds would lose the last of them.
        whole, rest = divmod(count, unit)
        return in_range(_EPOCH + timedelta(seconds=whole, microseconds=round(rest * 1_000_000 / unit)))
    except (OverflowError, ValueError):
        return None


def quotation(words: object) -> str:
    """What a reader highlighted, as a quotation in Markdown; empty for nothing."""
    lines = text(words).strip().split("\n")
    return "\n".join(f"> {each}".rstrip() for each in lines) if any(lines) else ""


def paragraphs(*texts: str) -> str:
    return "\n\n".join(filter(None, (each.strip("\n") for each in texts)))


def markdown(html: object, url: str | None) -> str:
    """A text of an export as Markdown; empty for no text."""
    written = text(html)
    return markdown_of(written, url) if written.strip() else ""


def page(url: object, title: object, **known: Any) -> Taken:
    """An article that has an address, or why it can't be taken. known: other fields of Incoming."""
    name, written = line(title), line(url)
    address = web_url(written)
    if address:
        return Incoming(title=name or address, url=address, **known)
    what = shortened(name or written, 100) or "an entry without a title"
    if not written:
        return Refused(what, "it has no address")
    if len(written) > LONGEST_URL:
        return Refused(what, f"its address is longer than {LONGEST_URL:,} characters")
    return Refused(what, f"{NOT_WEB}: {shortened(written, 80)}")


def export(format_name: str, taken: Iterable[Taken], **more: Any) -> Export:
    """more: other fields of Export; what is in its `refused` comes behind what is refused of `taken`."""
    articles: list[Incoming] = []
    refused: list[Refused] = []
    for each in taken:
        if isinstance(each, Incoming):
            articles.append(each)
        else:
            refused.append(each)
    more["refused"] = (*refused, *more.get("refused", ()))
    return Export(format_name, tuple(articles), **more)


def parsed_json(written: str, name: str) -> Any:
    """Raises NewstuiError that says where the file is broken."""
    try:
        return json.loads(written)
    except json.JSONDecodeError as fault:
        raise NewstuiError(
            f"{name} is JSON that is broken at line {fault.lineno}, column {fault.colno}",
            hint="it may have been cut while it was copied: take the export again",
        ) from fault
    except (ValueError, RecursionError) as fault:
        raise NewstuiError(f"{name} is JSON that cannot be read", hint="it is no export of a reader") from fault


def rows(value: object) -> Iterable[Row | Refused]:
    """The objects of a list; what else is in it is refused."""
    for number, each in enumerate(value if isinstance(value, list) else [], 1):
        yield each if isinstance(each, dict) else Refused(f"entry {number}", "it is not an object of JSON")
