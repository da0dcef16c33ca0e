"""Readers of single fields, shared by all exports: addresses, tags, dates, notes. No value makes them fail."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.articles.tags import unique_tags, without_hash
from newstui.domain.digest import blake2b
from newstui.domain.enclosure import Enclosure
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import UNTITLED
from newstui.domain.highlights.highlight import Highlight
from newstui.domain.text.clean import clean, one_line
from newstui.domain.urls import LONGEST_URL, split_login, web_url
from newstui.formats.html.to_markdown import markdown_of
from newstui.formats.text.dates import in_range, stated_date
from newstui.formats.text.plain import plain_line, shortened
from newstui.formats.zip_archive import ZipMemberError

if TYPE_CHECKING:
    from collections.abc import Iterable

Parsed = Incoming | Refused
Row = dict[str, Any]
"""A JSON object or a row of a table. The names are known; the values may be of any type."""

NOT_WEB = "its address is not http or https"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST_SECONDS, _LATEST_MILLISECONDS = 10**11, 10**14
_DAY_FIRST = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})\b", re.ASCII)
_YES = frozenset(("1", "true", "yes", "y", "x", "ja", "oui", "sí", "si", "sim"))
_NO = frozenset(("0", "false", "no", "n", "nein", "non", "não"))


def text(value: object) -> str:
    """Returns the clean text of a string or a number; empty for a list or an object."""
    if isinstance(value, str):
        return clean(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def line(value: object) -> str:
    return one_line(text(value))


def is_yes(value: object) -> bool:
    return isinstance(value, bool | int | str) and str(value).strip().lower() in _YES


def read_unless(unread: object) -> bool | None:
    """Returns the read state by a field that says what is unread; None where it says nothing."""
    says_no = isinstance(unread, bool | int | str) and str(unread).strip().lower() in _NO
    return True if says_no else False if is_yes(unread) else None


def tags_of(values: Iterable[object]) -> tuple[str, ...]:
    """Returns the texts among the values as tags."""
    return unique_tags(map(text, values))


def listed(value: object, key: str = "") -> list[object]:
    """Returns the items of a list, with the value of `key` for each object. Empty for anything but a list."""
    items = value if isinstance(value, list) else []
    return [item.get(key) if isinstance(item, dict) else item for item in items]


def enclosures_of(value: object, address: str, media_type: str, length: str) -> tuple[Enclosure, ...]:
    """Returns the enclosures in a list of objects, by the names of their fields; each address once."""
    enclosures: dict[str, Enclosure] = {}
    for item in value if isinstance(value, list) else []:
        url = web_url(text(item.get(address))) if isinstance(item, dict) else None
        if url:
            digits = str(item.get(length))
            count = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 16 else None
            enclosures.setdefault(url, Enclosure(url, line(item.get(media_type)), count))
    return tuple(enclosures.values())


def moment(value: object) -> datetime | None:
    """Reads a written date, or seconds, milliseconds or microseconds since 1970. Returns None for 0."""
    if isinstance(value, str):
        stripped = value.strip()
        is_count = stripped.isascii() and stripped.isdigit() and 8 < len(stripped) < 18 and len(stripped) != 14
        return since_1970(int(stripped)) if is_count else stated_date(stripped)
    return since_1970(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else None


def since_1970(count: float, unit: int | None = None) -> datetime | None:
    """Returns the moment that many units after the start of 1970; None where no datetime can hold it.

    unit: how many make a second. None: seconds, unless the count is so large that it must be milliseconds or
    microseconds.
    """
    if unit is None:
        unit = 1 if count < _LATEST_SECONDS else 1000 if count < _LATEST_MILLISECONDS else 1_000_000
    try:
        # Whole seconds first: a float of microseconds would lose the last of them.
        whole, rest = divmod(count, unit)
        return in_range(_EPOCH + timedelta(seconds=whole, microseconds=round(rest * 1_000_000 / unit)))
    except (OverflowError, ValueError):
        return None


def day_first(written: object) -> str:
    """Returns a date such as `14/11/2023 22:13:20`, of a service that writes the day first, as other dates are."""
    return _DAY_FIRST.sub(r"\3-\2-\1", line(written))


def tags_in(written: object) -> tuple[str, ...]:
    """Returns the tags of a list, or of a text: a JSON list, or names between bars, semicolons or else commas."""
    if isinstance(written, list):
        return tags_of(listed(written, "name"))
    names = text(written).strip()
    if names.startswith("["):
        with suppress(ValueError, RecursionError):
            return tags_of(listed(json.loads(names)))
    breaks = next((each for each in "|;" if each in names), ",")
    return unique_tags(without_hash(name.strip()) for name in names.split(breaks))


def share_of(value: object, whole: float) -> float | None:
    """Returns a count as a share of the whole, 0 to 1; None for anything but a number."""
    try:
        share = float(text(value)) / whole
    except ValueError:
        return None
    return min(max(share, 0.0), 1.0) if share == share else None


def quotation(words: object) -> str:
    """Returns highlighted words as a quotation in Markdown; empty without words."""
    lines = text(words).strip().split("\n")
    return "\n".join(f"> {each}".rstrip() for each in lines) if any(lines) else ""


def highlights(value: object, note: str) -> str:
    """Returns the highlights in a list, each with the reader's note in its field `note`, as Markdown."""
    items = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    return paragraphs(*(paragraphs(quotation(each.get("quote")), text(each.get(note))) for each in items))


def annotated(written: str, note: str = "") -> dict[str, Any]:
    """Returns the fields `note` and `highlights` of Incoming.

    written: Markdown in which each quotation is a highlight, with what stands below it as its note; what stands above
    the first one is the note about the article, and so is `note`.
    """
    above: list[str] = []
    found: list[tuple[str, list[str]]] = []
    for block in written.split("\n\n"):
        if block.startswith(">"):
            lines = (each.removeprefix(">").removeprefix(" ") for each in block.split("\n"))
            found.append(("\n".join(lines).strip(), []))
        elif block.strip():
            (found[-1][1] if found else above).append(block)
    marks = {
        blake2b(quote.encode("utf-8", "replace"), digest_size=4).hexdigest(): (quote, place / len(found), notes)
        for place, (quote, notes) in reversed(list(enumerate(found)))  # of two alike the first one stays
        if quote
    }
    kept = (
        Highlight(id_, quote, at=round(at, 6), note=paragraphs(*notes)) for id_, (quote, at, notes) in marks.items()
    )
    return {
        "note": paragraphs(*above, note),
        "highlights": tuple((each.id, each.value) for each in sorted(kept, key=lambda each: each.at)),
    }


def paragraphs(*texts: str) -> str:
    return "\n\n".join(filter(None, (each.strip("\n") for each in texts)))


def markdown(html: object, url: str | None) -> str:
    """Returns the HTML of an export as Markdown; empty without text."""
    written = text(html)
    return markdown_of(written, url) if written.strip() else ""


def article_at(url: object, title: object, **known: Any) -> Parsed:
    """Returns an article with an address, or why it is refused. known: other fields of Incoming."""
    name, written = line(title), split_login(line(url))[0]  # no page is fetched with a password
    address = web_url(written)
    if address:
        return Incoming(title=name or _first_words(known.get("body", "")) or address, url=address, **known)
    what = shortened(name or written, 100) or "an entry without a title"
    if not written:
        return Refused(what, "it has no address")
    if len(written) > LONGEST_URL:
        return Refused(what, f"its address is longer than {LONGEST_URL:,} characters")
    return Refused(what, f"{NOT_WEB}: {shortened(written, 80)}")


def text_article(service: str | None, name: str, title: object, **known: Any) -> Parsed:
    """Returns an article without an address, or why it is refused. It is known by its name at the service.

    service: the web address of the service; None where it is not known. name: where it is empty, a hash of the text
    stands for it.
    """
    known_title = line(title)
    if not known.get("body"):
        return Refused(shortened(known_title, 100) or "an entry without a title", "it has no address and no text")
    title = known_title or _first_words(known["body"]) or UNTITLED
    name = one_line(name) or blake2b(f"{title}\n{known['body']}".encode("utf-8", "replace"), digest_size=8).hexdigest()
    return Incoming(title=title, feed=service, guid=name, **known)


def _first_words(body: str) -> str:
    return shortened(plain_line(body.partition("\n")[0]), 100)


def refused(name: str, error: NewstuiError) -> Refused:
    """Returns the refusal of a file inside an export, for the reason of the error."""
    if isinstance(error, ZipMemberError):
        return Refused(error.name, error.reason)
    return Refused(shortened(name, 100), str(error))


def export(format_name: str, parsed: Iterable[Parsed], **more: Any) -> Export:
    """Sorts articles and refusals. more: other fields of Export."""
    articles: list[Incoming] = []
    refusals: list[Refused] = []
    for each in parsed:
        if isinstance(each, Incoming):
            articles.append(each)
        else:
            refusals.append(each)
    return Export(format_name, tuple(articles), refused=tuple(refusals), **more)


def parsed_json(written: str, name: str) -> Any:
    """Parses JSON. Raises NewstuiError with the place where it is broken; `name`: that of the file, for the message."""
    try:
        return json.loads(written)
    except json.JSONDecodeError as fault:
        raise NewstuiError(
            f"{name} is JSON that is broken at line {fault.lineno}, column {fault.colno}",
            hint="it may have been cut while it was copied: export it again",
        ) from fault
    except (ValueError, RecursionError) as fault:
        raise NewstuiError(
            f"{name} is JSON that cannot be read", hint="it is not an export that newstui can read"
        ) from fault


def rows(value: object) -> Iterable[Row | Refused]:
    """Yields the objects of a list; refuses its other items."""
    for number, each in enumerate(value if isinstance(value, list) else [], 1):
        yield each if isinstance(each, dict) else Refused(f"entry {number}", "it is not a JSON object")
