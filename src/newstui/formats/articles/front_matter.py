"""Front matter: the metadata that a file states above its text, between `---` or `+++`, in JSON or in lines.

It never costs the reader the text: a part that cannot be read is a note, and what says nothing is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.metadata import Metadata
from newstui.domain.articles.tags import unique_tags
from newstui.formats.articles.front_matter_block import (
    KEY,
    MAX_CHARACTERS,
    UnreadableBlockError,
    flat_fields,
    json_fields,
    loose_fields,
    toml_fields,
    with_hashes,
    yaml_fields,
)
from newstui.formats.articles.front_matter_fields import (
    PLACES,
    page_named,
    sorted_out,
    tags_of,
    text_of,
    web_address,
    words_of,
)
from newstui.formats.articles.property_lines import property_lines, title_block
from newstui.formats.text.dates import parse_date
from newstui.formats.text.language import language_tag

if TYPE_CHECKING:
    from newstui.formats.articles.front_matter_block import Node
    from newstui.formats.articles.front_matter_fields import Sorted

CHECKSUM = "checksum"
"""The key of a file that newstui wrote: hexadecimal digits of all the rest of it."""
CHECKSUM_LENGTH = 32


_OPENING = re.compile(r"\s*^(---|\+\+\+)[^\S\n]*(yaml|toml|json|)[^\S\n]*$", re.MULTILINE | re.IGNORECASE)
"""Matches the line above front matter; some name its language there."""
# They begin with the end of the line before: plain text is searched for many times faster.
_YAML_END = re.compile(r"\n(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML_END = re.compile(r"\n\+\+\+[ \t]*$", re.MULTILINE)


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

    A block that has no end, that names nothing, or of which nothing can be read is text: nothing of it is hidden.
    """
    opening = _OPENING.match(text)
    if not opening:
        return _unfenced(text)
    fence = opening[1]
    end = (_YAML_END if fence == "---" else _TOML_END).search(text, opening.end())
    if not end:
        return FrontMatter(notes=(f"The front matter has no closing {fence} line; it is shown as text.",)), text
    block, body = text[opening.end() + 1 : end.start() + 1], text[end.end() + 1 :]
    language = opening[2].lower()
    try:
        if language == "json":
            fields, length = json_fields(block.strip())
            if length < len(block.strip()):
                raise UnreadableBlockError("it is not JSON")
            return _front_matter(fields), body
        if language == "toml" or fence == "+++":
            return _front_matter(toml_fields(block)), body
        block = with_hashes(block)
        flat, odd_line = flat_fields(block[:MAX_CHARACTERS], PLACES)
        if not odd_line and len(block) <= MAX_CHARACTERS:
            return _front_matter(flat), body
        if not _names_anything(block):
            return FrontMatter(notes=("The text between the first --- lines is not front matter; it is shown.",)), text
        return _of_yaml(block), body
    except UnreadableBlockError as fault:
        return FrontMatter(notes=(f"The front matter could not be read: {fault}; it is shown as text.",)), text


def front_matter_list(text: str, key: str) -> tuple[str, ...]:
    """Returns the items of a list in YAML front matter, which may hold commas; empty where it cannot be read."""
    opening = _OPENING.match(text)
    end = _YAML_END.search(text, opening.end()) if opening else None
    if not opening or not end:
        return ()
    try:
        node = yaml_fields(text[opening.end() + 1 : end.start() + 1][:MAX_CHARACTERS]).get(key)
    except UnreadableBlockError:
        return ()
    return unique_tags(map(text_of, node if isinstance(node, list) else [node] if node else []))


def _unfenced(text: str) -> tuple[FrontMatter, str]:
    """Returns the metadata of text that begins with a JSON object, or with lines like `Title: …`."""
    start = text.lstrip()
    if start.startswith("{"):
        fields, length = json_fields(start)
        if not PLACES.keys().isdisjoint(fields):
            return _front_matter(fields), start[length:].lstrip("\n")
    fields, below = title_block(text)
    if not fields:
        fields, below = property_lines(text)
    return (_front_matter(fields), below) if fields else (NONE, text)


def _names_anything(block: str) -> bool:
    """Returns True if a field is named, or the first line looks like one: prose between two rules does neither."""
    lines = [line for line in block[:MAX_CHARACTERS].split("\n") if line.strip() and not line.startswith("#")]
    keys = [key.strip(" \t\"'{").lower() if colon else "" for key, colon, _ in (line.partition(":") for line in lines)]
    return not PLACES.keys().isdisjoint(keys) or bool(keys and KEY.fullmatch(keys[0]))


def _of_yaml(block: str) -> FrontMatter:
    """Returns the metadata in YAML, field by field if it is broken. Raises UnreadableBlockError if no field is left."""
    try:
        if len(block) > MAX_CHARACTERS:
            raise UnreadableBlockError("it is longer than 64 KB")
        return _front_matter(yaml_fields(block))
    except UnreadableBlockError as fault:
        fields = loose_fields(block[:MAX_CHARACTERS], PLACES)
        if not fields:
            raise
        note = f"The front matter could not be read: {fault}; what could be read of it is used."
        return _front_matter(fields, (note,))


def _front_matter(fields: dict[str, Node], notes: tuple[str, ...] = ()) -> FrontMatter:
    found = sorted_out(fields)
    known: dict[str, Any] = {
        name: words_of(text) if "[" in text else text for name, text in found.texts.items() if text
    }
    left = found.left
    if "published" in known:
        published = parse_date(known["published"]) or parse_date(page_named(found.texts["published"]))
        if not published:
            left.append(("date", found.texts["published"]))
            published = next(filter(None, map(parse_date, map(words_of, found.all("published")))), None)
        known["published"] = published
        if not known["published"]:
            notes += (f"The date “{found.texts['published'][:60]}” could not be read; the file's own date is used.",)
    if "url" in known or "source" in known:
        _name_address(found, known)
    if "lang" in known:
        known["lang"] = language_tag(known["lang"])
    if "tags" in found.nodes:
        known["tags"] = tags_of(found.nodes["tags"])
    return FrontMatter(**known, extra=tuple(left), notes=notes)


def _name_address(found: Sorted, known: dict[str, Any]) -> None:
    """Sets the address and the name of its site: `source: https://…` is the address, as the Web Clipper writes it."""
    written, sources = found.texts.get("url"), found.all("source")
    known["url"] = web_address(written) if written else None
    if written and not known["url"]:
        found.left.append(("url", written))
    if sources and web_address(sources[0]):
        known["source"] = next((words_of(text) for text in sources if not web_address(text)), None)
        if known["url"]:
            found.left.append(("source", sources[0]))
    known["url"] = known["url"] or next(filter(None, map(web_address, sources)), None)
