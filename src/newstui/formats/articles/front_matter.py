"""Front matter: the metadata that a file states above its text, between `---` (YAML) or `+++` (TOML).

It never costs the reader the text: a part that cannot be read is a note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.metadata import Metadata
from newstui.domain.articles.tags import without_hash
from newstui.domain.text.clean import one_line
from newstui.formats.articles.front_matter_block import (
    KEY,
    MAX_CHARACTERS,
    UnreadableBlockError,
    flat_fields,
    toml_fields,
    yaml_fields,
)
from newstui.formats.text.dates import parse_date
from newstui.formats.text.language import language_tag

if TYPE_CHECKING:
    from newstui.formats.articles.front_matter_block import Node

CHECKSUM = "checksum"
"""The key of a file that newstui wrote: hexadecimal digits of all the rest of it."""
CHECKSUM_LENGTH = 32


_OPENING = re.compile(r"(---|\+\+\+)[^\S\n]*$", re.MULTILINE)
# They begin with the end of the line before: plain text is searched for many times faster.
_YAML_END = re.compile(r"\n(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML_END = re.compile(r"\n\+\+\+[ \t]*$", re.MULTILINE)
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#\\<>\"]+(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)

# Every name that a field goes by, the best first.
_NAMES = {
    "title": ("title",),
    "source": ("source", "publisher", "site"),
    "author": ("author", "authors", "by"),
    "published": ("date", "published", "pubdate", "created"),
    "url": ("url", "link", "original_url", "canonical"),
    "tags": ("tags", "categories", "keywords"),
    "summary": ("summary", "description", "excerpt"),
    "lang": ("lang", "language"),
    "id": ("id",),
}
_PLACES = {name: (field, rank) for field, names in _NAMES.items() for rank, name in enumerate(names)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter(Metadata):
    """The metadata that a file states about its article. All text is clean and on one line."""

    id: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_by_newstui(self) -> bool:
        """True for a file that newstui wrote, whoever changed it since."""
        return bool(self.extra) and any(key == CHECKSUM and len(value) == CHECKSUM_LENGTH for key, value in self.extra)


NONE = FrontMatter()


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Returns the metadata of clean text, and the text below it. Never fails: an unreadable part is a note.

    A block that has no end, or that names nothing, is text: nothing of it is hidden.
    """
    opening = _OPENING.match(text)
    if not opening:
        return NONE, text
    fence = opening[1]
    end = (_YAML_END if fence == "---" else _TOML_END).search(text, opening.end())
    if not end:
        return FrontMatter(notes=(f"The front matter has no closing {fence} line; it is shown as text.",)), text
    block, body = text[opening.end() + 1 : end.start() + 1], text[end.end() + 1 :]
    if fence == "+++":
        return _of_toml(block), body
    flat, odd_line = flat_fields(block[:MAX_CHARACTERS], _PLACES)
    if not odd_line and len(block) <= MAX_CHARACTERS:
        return _front_matter(flat), body
    if not _names_anything(block):
        return FrontMatter(notes=("The text between the first --- lines is not front matter; it is shown.",)), text
    return _of_yaml(block, flat), body


def web_address(text: str) -> str | None:
    """Returns the address if it is http or https and nothing in it can act on a terminal, a shell or a page."""
    text = text.strip()
    return text if len(text) <= 4000 and _WEB_ADDRESS.fullmatch(text) and text.isprintable() else None


def _names_anything(block: str) -> bool:
    """Returns True if a field is named, or the first line looks like one: prose between two rules does neither."""
    lines = [line for line in block[:MAX_CHARACTERS].split("\n") if line.strip() and not line.startswith("#")]
    keys = [key.strip(" \t\"'{").lower() if colon else "" for key, colon, _ in (line.partition(":") for line in lines)]
    return not _PLACES.keys().isdisjoint(keys) or bool(keys and KEY.fullmatch(keys[0]))


def _of_yaml(block: str, flat: dict[str, Node]) -> FrontMatter:
    """Returns the metadata in YAML, or those in `flat`, its plain lines, if it is broken."""
    try:
        if len(block) > MAX_CHARACTERS:
            raise UnreadableBlockError("it is longer than 64 KB")
        return _front_matter(yaml_fields(block))
    except UnreadableBlockError as fault:
        left_out = "what could be read of it is used" if flat else "it was left out"
        return _front_matter(flat, (f"The front matter could not be read: {fault}; {left_out}.",))


def _of_toml(block: str) -> FrontMatter:
    try:
        return _front_matter(toml_fields(block))
    except UnreadableBlockError as fault:
        return FrontMatter(notes=(f"The front matter could not be read: {fault}; it was left out.",))


def _front_matter(fields: dict[str, Node], notes: tuple[str, ...] = ()) -> FrontMatter:
    names, texts, left = _sorted_out(fields)
    known: dict[str, Any] = {field: text for field, text in texts.items() if text}
    date, address = known.get("published"), known.get("url")
    if date:
        known["published"] = parse_date(date)
        if not known["published"]:
            left.append(("date", date))
            notes += (f"The date “{date[:60]}” could not be read; the file's own date is used.",)
    if address:
        known["url"] = web_address(address)
        if not known["url"]:
            left.append(("url", address))
    if "lang" in known:
        known["lang"] = language_tag(known["lang"])
    if "tags" in names:
        known["tags"] = _tags(fields[names["tags"]])
    return FrontMatter(**known, extra=tuple(left), notes=notes)


def _sorted_out(fields: dict[str, Node]) -> tuple[dict[str, str], dict[str, str], list[tuple[str, str]]]:
    """Returns the best name that each field has here, the text of each field, and names and texts of all the rest."""
    names: dict[str, str] = {}
    texts: dict[str, str] = {}
    left: list[tuple[str, str]] = []
    for key, node in fields.items():
        # Most values are clean as they stand; a call for each would be a tenth of the work.
        if isinstance(node, str) and node.isascii() and node.isprintable() and "  " not in node:
            text = node.strip()
        else:
            text = _text(node)
        if not text and not (node and isinstance(node, str)):
            continue  # Text of which nothing can be shown was still written; nothing at all was not.
        place = _PLACES.get(key) or _PLACES.get(key.lower())
        if place is None:
            left.append((one_line(key), text))
            continue
        field, rank = place
        if field in names:
            other = names[field]
            if _PLACES[other.lower()][1] <= rank:
                left.append((one_line(key), text))
                continue
            left.append((one_line(other), texts[field]))
        names[field] = key
        texts[field] = text
    return names, texts, left


def _text(node: Node) -> str:
    """Returns one line: the items of a list with commas, the name in a mapping or all of it."""
    if isinstance(node, str):
        # Printable ASCII is clean as it stands, which is cheaper to see than to make sure of.
        if node.isascii() and node.isprintable():
            return " ".join(node.split()) if "  " in node else node.strip()
        return one_line(node)
    if isinstance(node, list):
        return ", ".join(filter(None, map(_text, node)))
    name = node.get("name")
    return _text(name) if name else ", ".join(f"{one_line(key)}: {_text(each)}" for key, each in node.items())


def _tags(node: Node | None) -> tuple[str, ...]:
    """Returns each tag once, in order, without the `#` that some write before a tag."""
    if node is None or isinstance(node, dict):
        return ()
    items: list[Node] = [*node.split(",")] if isinstance(node, str) else node
    return tuple(dict.fromkeys(filter(None, (without_hash(_text(item)) for item in items))))
