"""Ruby annotations: the reading of a word in parentheses behind it, 猫(ねこ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.formats.html.elements import is_element

if TYPE_CHECKING:
    from turbohtml import Element, Node


def prepare_ruby(tree: Element) -> None:
    """Puts readings into parentheses, those that follow each other into one pair. `rp` holds only parentheses."""
    tree.remove("rp")
    for reading in tree.select("rt"):
        if reading.parent is None:
            continue
        joined: list[Node] = []
        for following in reading.next_siblings:
            if not (is_element(following) and following.tag == "rt") and not _is_blank(following):
                break
            joined.append(following)
        texts = [one_line(each.text) for each in (reading, *joined)]
        for each in joined:
            each.extract()
        words = "".join(texts)
        reading.set_text(f"({words})" if words else "")
    for element in tree.select("rt, ruby, rb, rtc"):
        element.unwrap()


def _is_blank(node: Node) -> bool:
    return not is_element(node) and node.text.isspace()
