"""The parts of the browser: each action is offered by one of them alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_no_two_parts_offer_the_same_action(paper: Path) -> None:
    async with sitting(paper) as reader:
        names = Counter(
            name for part in reader.browser.parts.actions for name in vars(type(part)) if name.startswith("action_")
        )
        assert len(names) > 50
        assert [name for name, number in names.items() if number > 1] == []
