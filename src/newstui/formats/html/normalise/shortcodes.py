"""Codes that WordPress should have replaced, `[caption id="7"]A boat[/caption]`: only what they hold is text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from turbohtml import Element

_CODE = re.compile(
    r"\[(?P<name>[a-z][a-z0-9_-]{1,40})(?P<attributes>(?:\s{1,3}[a-z][\w-]{0,40}\s?=\s?(?:\"[^\"\n]{0,2000}\"|“[^”\n]{0,2000}”|'[^'\n]{0,2000}'))+)"
    r"\s{0,3}/?\]"
    r"|\[/?(?:(?:vc|et_pb|av|fusion|su|mk|cs|ux)_[a-z0-9_]{1,40}|embed|caption|playlist)\]",
)
"""Matches a code with attributes, and those without any that are never words."""
_END = re.compile(r"\[/(?P<name>[a-z][a-z0-9_-]{1,40})\]")
_ADDRESS = re.compile(r"https?://[^\s\"“”'<>]{1,2000}")


def drop_shortcodes(tree: Element) -> None:
    """Removes the codes outside of code blocks. What leads to a web page keeps its address."""
    from turbohtml import Text

    if "[" not in tree.text or not _CODE.search(tree.text):
        return
    names: set[str] = set()
    for node in tree.descendants:
        if (
            not isinstance(node, Text)
            or "[" not in node.data
            or (node.parent and node.parent.closest("pre, code, textarea"))
        ):
            continue

        def kept(code: re.Match[str]) -> str:
            if code["name"]:
                names.add(code["name"])
            found = _ADDRESS.search(code["attributes"] or "")
            return f" {found[0]} " if found else ""

        text = _CODE.sub(kept, node.data)
        node.data = _END.sub(lambda end: "" if end["name"] in names else end[0], text) if names else text
