"""The fields of front matter by what they mean: every name that a field goes by, and its value as a person wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.articles.tags import unique_tags, without_hash
from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from newstui.formats.articles.front_matter_block import Node

# Every name that a field goes by, the best first.
_NAMES = {
    "title": "title headline full_title",
    "source": "source publisher site site_name sitename",
    "author": "author authors by creator byline",
    "published": "date published pubdate publishdate publish_date published_at published_time date_published "
    "datepublished publication_date posted created created_at created_time date_created",
    "url": "url link original_url canonical canonical_url source_url original_link external_link external_url",
    "tags": "tags categories keywords tag category topics labels",
    "summary": "summary description excerpt abstract",
    "lang": "lang language locale",
    "id": "id",
}
PLACES = {name: (place, rank) for place, names in _NAMES.items() for rank, name in enumerate(names.split())}
"""The field that a name stands for, and how good a name for it that is."""
_ROOMS = ("taxonomies", "extra", "params")
"""Tables of Hugo and Zola in which fields stand that others have at the top."""

_WEB_ADDRESS = re.compile(r"https?://[^\s/?#\\<>\"]+(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_LINKED_ADDRESS = re.compile(r"!?\[[^\[\]]*\]\((\S+)\)|<(\S+)>")
_LONGEST_ADDRESS = 4000
_NOTE_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]|\[([^\[\]]+)\]\([^()]*\)")
_WIKI_LINK = re.compile(r"(?<![^\s,;&])\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\](?![^\s,;&.:!?])")
"""Double brackets within a word are no link."""
_LINK = re.compile(r"\[([^\[\]]+)\]\(https?://[^()\s]*\)")
_HASH_TAGS = re.compile(r"(?:#[^\s#,;]+\s*)+")


class Sorted(NamedTuple):
    """The fields of a block sorted out by what they mean."""

    nodes: dict[str, Node]
    """The value of each field."""
    texts: dict[str, str]
    """The same as one line."""
    others: dict[str, list[str]]
    """The texts of a field under its other names, the best name first."""
    left: list[tuple[str, str]]
    """Names and texts of all the rest."""

    def all(self, name: str) -> list[str]:
        """Returns the texts of a field under all its names, the best first."""
        return [self.texts[name], *self.others.get(name, ())] if name in self.texts else []


def sorted_out(fields: dict[str, Node]) -> Sorted:
    """Returns the fields under the best name that each has here."""
    nodes: dict[str, Node] = {}
    texts: dict[str, str] = {}
    left: list[tuple[str, str]] = []
    best: dict[str, tuple[int, str]] = {}
    others: dict[str, list[tuple[int, str]]] = {}
    for key, node in _with_rooms(fields) if dict in map(type, fields.values()) else fields.items():
        # Most values are clean as they stand; a call for each would be a tenth of the work.
        if isinstance(node, str) and node.isascii() and node.isprintable() and "  " not in node:
            text = node.strip()
        else:
            text = text_of(node)
        if not text and not (node and isinstance(node, str)):
            continue  # Text of which nothing can be shown was still written; nothing at all was not.
        place = PLACES.get(key) or PLACES.get(_plain_name(key))
        if place is None:
            left.append((one_line(key), text))
            continue
        name, rank = place
        if name in best:
            best_rank, best_key = best[name]
            is_better = rank < best_rank
            worse, other, text_of_other = (best_rank, best_key, texts[name]) if is_better else (rank, key, text)
            left.append((one_line(other), text_of_other))
            others.setdefault(name, []).append((worse, text_of_other))
            if not is_better:
                continue
        best[name] = (rank, key)
        nodes[name], texts[name] = node, text
    by_rank = {name: [text for _, text in sorted(ranked)] for name, ranked in others.items()} if others else {}
    return Sorted(nodes, texts, by_rank, left)


def _plain_name(key: str) -> str:
    return key.lower().replace("-", "_").replace(" ", "_")


def _with_rooms(fields: dict[str, Node]) -> list[tuple[str, Node]]:
    """Returns the fields, those behind the others that stand in a table of Hugo or Zola."""
    listed: list[tuple[str, Node]] = []
    behind: list[tuple[str, Node]] = []
    for key, node in fields.items():
        if isinstance(node, dict) and key.lower() in _ROOMS:
            known = {name: each for name, each in node.items() if name.lower() in PLACES and name not in fields}
            behind += known.items()
            node = {name: each for name, each in node.items() if name not in known}
        listed.append((key, node))
    return listed + behind


def text_of(node: Node) -> str:
    """Returns one line: the items of a list with commas, the name in a mapping or all of it."""
    if isinstance(node, str):
        return one_line(node)
    if isinstance(node, list):
        return ", ".join(filter(None, map(text_of, node)))
    name = node.get("name")
    return text_of(name) if name else ", ".join(f"{one_line(key)}: {text_of(each)}" for key, each in node.items())


def words_of(text: str) -> str:
    """Returns the words of a value without its links: `Ida` for `[[Ida]]`, `[[people/ida|Ida]]` and `[Ida](…)`."""
    if "[" not in text:
        return text
    return one_line(_LINK.sub(r"\1", _WIKI_LINK.sub(r"\1", text)))


def page_named(text: str) -> str:
    """Returns the page that a value links to: `2024-05-01` for `[[2024-05-01|May 1]]` and `[2024-05-01](…)`."""
    link = _NOTE_LINK.fullmatch(text.strip())
    return (link[1] or link[2]).rpartition("/")[2] if link else ""


def tags_of(node: Node | None) -> tuple[str, ...]:
    """Returns each tag once, in order: of a list, or of a text with commas, semicolons or a `#` before each."""
    if node is None or isinstance(node, dict):
        return ()
    if isinstance(node, str):
        by = None if _HASH_TAGS.fullmatch(node.strip()) else "," if "," in node or ";" not in node else ";"
        node = [*node.split(by)]
    return unique_tags(
        [
            item
            if isinstance(item, str) and "[" not in item and "#" not in item
            else without_hash(words_of(text_of(item)))
            for item in node
        ]
    )


def web_address(text: str) -> str | None:
    """Returns the address if it is http or https and nothing in it can act on a terminal, a shell or a page.

    It may be written as a link of Markdown or of a wiki.
    """
    if "://" not in text:
        return None
    text = text.strip()
    if text[0] in "[<":
        text = words_of(text) if text.startswith("[[") else text
        if link := _LINKED_ADDRESS.fullmatch(text[:_LONGEST_ADDRESS]):
            text = link[1] or link[2]
    return text if len(text) <= _LONGEST_ADDRESS and _WEB_ADDRESS.fullmatch(text) and text.isprintable() else None
