"""Lists with their numbers as the page shows them, and their ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.item_label import LABEL_END
from newstui.formats.html.elements import is_element, new_element, new_text

if TYPE_CHECKING:
    from turbohtml import Element

_LARGEST = 999_999_999
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST_ROMAN = 3999


def prepare_lists(tree: Element) -> None:
    """Puts the tick of a task before its words, and writes numbers that Markdown cannot count as words."""
    ticked: set[Element] = set()
    for tick in tree.select('li input[type="checkbox" i]'):
        item = tick.closest("li")
        if item is not None and item not in ticked and not item.select_one("ul, ol"):
            tick.extract()
            item.insert(0, tick)
            ticked.add(item)
    for numbered in tree.select("ol"):
        _write_numbers(numbered)
    for element in tree.select("input"):
        if (element.attr("type") or "").lower() != "checkbox" or element.closest("li") is None:
            element.decompose()


def write_ticks(tree: Element) -> None:
    """Makes tick boxes of what a page draws as such."""
    for drawn in tree.select("li [role=checkbox][aria-checked]:not(input)"):
        tick = new_element("input")
        tick.attrs["type"] = "checkbox"
        if drawn.attr("aria-checked") == "true":
            tick.attrs["checked"] = ""
        drawn.insert_before(tick)


def _write_numbers(numbered: Element) -> None:
    items = [child for child in numbered.children if is_element(child) and child.tag == "li"]
    kind = numbered.attr("type") or "1"
    step = -1 if "reversed" in numbered.attrs else 1
    number = _whole(numbered.attr("start"), len(items) if step < 0 else 1)
    numbers: list[int] = []
    for item in items:
        number = _whole(item.attr("value"), number)
        numbers.append(number)
        number += step
    if not items:
        return
    is_counted = numbers == list(range(numbers[0], numbers[0] + len(numbers))) and 0 <= numbers[0] <= _LARGEST
    if kind not in "aAiI" and is_counted:
        numbered.attrs["start"] = str(numbers[0])
        return
    numbered.tag = "ul"
    for item, each in zip(items, numbers, strict=True):
        if "value" in item.attrs:
            del item.attrs["value"]
        inside = item.children[0] if item.children else None
        into = inside if is_element(inside) and inside.tag in ("p", "div") else item
        into.insert(0, new_text(f"{_label(each, kind)}.{LABEL_END}"))


def _whole(written: str | None, otherwise: int) -> int:
    digits = (written or "").strip()
    is_number = digits.removeprefix("-").isdecimal() and digits.isascii() and len(digits) < 10
    return int(digits) if is_number else otherwise


def _label(number: int, kind: str) -> str:
    label = str(number)
    if kind in "aA" and number > 0:
        label = ""
        while number > 0:
            number, letter = divmod(number - 1, 26)
            label = chr(ord("a") + letter) + label
    elif kind in "iI" and 0 < number <= _MOST_ROMAN:
        label = ""
        for value, letters in _ROMAN:
            label += letters * (number // value)
            number %= value
    return label.upper() if kind.isupper() else label
