"""Metadata in lines without a fence, as Pelican, Notion, Logseq, Readwise and Pandoc write it near the heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.formats.articles.front_matter_fields import PLACES, web_address
from newstui.formats.text.dates import parse_date

if TYPE_CHECKING:
    from newstui.formats.articles.front_matter_block import Node

_LOOKED_AT = 16_384
_LONGEST_VALUE = 2000
_LINE = re.compile(r"(?:[-*] )?(?:\*\*)?([A-Za-z][\w -]{0,40}?)(?:\*\*)?(::?)(?:\*\*)?(?:[ \t]+(\S.*)|[ \t]*)")
_HEADING = re.compile(r"\s*(?:# [^\n]*(?:\n|\Z)\s*(?:!\[[^\]\n]*\]\([^)\n]*\)\s*\n\s*)?)?")
_TITLE_BLOCK = re.compile(
    r"%[ \t]+([^\n]+(?:\n[ \t]+[^\n]+)?)\n(?:%[ \t]*([^\n]*(?:\n[ \t]+[^\n]+){0,9})\n)?(?:%[ \t]*([^\n]*)\n)?(?=\n|\Z)"
)
"""Matches Pandoc's title block: title, authors, date, a blank line."""
_METADATA = re.compile(r"## Metadata[ \t]*\n+", re.IGNORECASE)


def property_lines(text: str) -> tuple[dict[str, Node], str]:
    """Returns the fields of the lines like `Title: …` that a text begins with, and the text without them.

    They are text where they might be: a block of them names a title, or has two fields of which one is a good address
    or date. Those with two colons (`title:: …`) are never anything else.
    """
    start = text[:_LOOKED_AT]
    heading = _HEADING.match(start)
    at = heading.end() if heading else 0
    is_below_heading = bool(start[:at].strip())
    first = _METADATA.match(start, at) if is_below_heading else None
    begin = first.end() if first else at
    end, fields, is_certain = _block(text, begin)
    if not fields or not (is_certain or _says_something(fields, is_below_heading)):
        return {}, text
    return dict(_of_mail(fields)), (text[:at].rstrip() + "\n\n" if is_below_heading else "") + text[end:].lstrip("\n")


def title_block(text: str) -> tuple[dict[str, Node], str]:
    """Returns the title, authors and date in the lines with `%` that a text begins with, and the text without them."""
    block = _TITLE_BLOCK.match(text[:_LOOKED_AT])
    if block is None:
        return {}, text
    title, people, date = (" ".join((line or "").split()) for line in block.groups())
    fields: dict[str, Node] = {"title": title, "author": ", ".join(filter(None, map(str.strip, people.split(";"))))}
    fields["date"] = date
    return {name: value for name, value in fields.items() if value}, text[block.end() :].lstrip("\n")


def _block(text: str, start: int) -> tuple[int, dict[str, str], bool]:
    """Returns where the lines end, their fields, and whether they have two colons. No fields if a line is another."""
    fields: dict[str, str] = {}
    signs: set[str] = set()
    key = ""
    while start < min(len(text), _LOOKED_AT):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        match = _LINE.fullmatch(line) if len(line) <= _LONGEST_VALUE else None
        if match:
            key = match[1].strip()
            signs.add(match[2])
            fields[key] = (match[3] or "").strip()
        elif not line.strip() or (signs == {"::"} and not line[:1].isspace()):
            break
        elif key and line[:1].isspace() and line.strip():
            fields[key] = f"{fields[key]} {line.strip()}".strip()
        else:
            return start, {}, False
        start = end + 1
    return min(start, len(text)), fields if len(signs) == 1 else {}, signs == {"::"}


def _of_mail(fields: dict[str, str]) -> dict[str, str]:
    """Returns the fields with title and author where they are the head of a mail."""
    names = {name.lower(): name for name in fields}
    if not {"from", "subject"} <= names.keys() or "title" in names:
        return fields
    from email.utils import parseaddr  # mails are rare

    name, address = parseaddr(fields[names["from"]])
    head = {"title": fields[names["subject"]], "author": name or address}
    return head | {key: text for key, text in fields.items() if key.lower() not in ("from", "subject")}


def _says_something(fields: dict[str, str], is_below_heading: bool) -> bool:
    known = {
        PLACES[name][0]: value for key, value in fields.items() if (name := key.lower().replace(" ", "_")) in PLACES
    }
    if next(iter(fields)).lower() == "title" and fields[next(iter(fields))] and not is_below_heading:
        return True
    return len(fields) > 1 and bool(
        web_address(known.get("url", ""))
        or web_address(known.get("source", ""))
        or parse_date(known.get("published", ""))
    )
