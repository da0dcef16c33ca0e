"""XML exports as rows. Entities are not resolved, nothing is fetched, and depth and size have limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Row

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ITEM = "entry"
"""The element of each item of a list, as serialisers write it. Others write a list of tags as `tag` in `tags`."""
_DEEPEST = 5


def xml_root(text: str) -> etree._Element | None:
    """Returns the root of XML, as far as it can be read; None where it is none."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(_DECLARATION.sub("", text, count=1).encode(), parser)
    except etree.XMLSyntaxError:
        return None


def row_of(element: etree._Element) -> Row:
    """Returns the children of an element by name: texts, lists, or rows."""
    return {str(child.tag): _value(child, 1) for child in element if isinstance(child.tag, str)}


def _value(element: etree._Element, depth: int) -> object:
    children = [child for child in element if isinstance(child.tag, str)]
    if not children or depth == _DEEPEST:
        return element.text or ""
    if all(child.tag in (_ITEM, str(element.tag).removesuffix("s")) for child in children):
        return [_value(child, depth + 1) for child in children]
    return {str(child.tag): _value(child, depth + 1) for child in children}
