"""Paragraphs that are parted by line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.html.elements import BLOCK_SELECTOR, BLOCKS, HEADINGS, is_element, new_element, new_text

if TYPE_CHECKING:
    from turbohtml import Element, Node


def split_at_breaks(tree: Element) -> None:
    """Parts paragraphs at two line breaks in a row, and drops a line break at the start or end of a block."""
    parents: dict[Element, None] = {}
    for line_break in tree.select("br"):
        if line_break.parent is not None and is_element(line_break.parent):
            parents[line_break.parent] = None
    for parent in parents:
        if parent.closest("td, th"):
            continue  # the lines of a cell
        if parent.tag in BLOCKS and parent.tag != "pre":
            _split(parent)
        elif parent.tag in HEADINGS or parent.closest("h1, h2, h3, h4, h5, h6"):
            for line_break in parent.select("br"):
                line_break.replace_with(new_text(" "))


def _split(parent: Element) -> None:
    runs: list[list[Node]] = [[]]
    breaks: list[Node] = []
    for child in list(parent.children):
        if is_element(child) and child.tag == "br":
            breaks.append(child)
            continue
        if not is_element(child) and not child.text.strip():
            if not breaks and runs[-1]:
                runs[-1].append(child)
            continue
        is_block = is_element(child) and (child.tag in BLOCKS or child.select_one(BLOCK_SELECTOR) is not None)
        if len(breaks) > 1 or (is_block and runs[-1]):
            runs.append([])
        elif breaks and runs[-1]:
            runs[-1].append(breaks[0])
        breaks = []
        runs[-1].append(child)
        if is_block:
            runs.append([])
    in_line = parent.tag in HEADINGS
    parent.clear()
    filled = [run for run in runs if run]
    for run in filled:
        if in_line:
            parent.extend([new_text(" ") if is_element(each) and each.tag == "br" else each for each in run])
            parent.append(new_text(" "))
        elif len(filled) == 1 or (len(run) == 1 and is_element(run[0]) and run[0].tag in BLOCKS):
            parent.extend(run)
        else:
            paragraph = new_element("div")
            paragraph.extend(run)
            parent.append(paragraph)
