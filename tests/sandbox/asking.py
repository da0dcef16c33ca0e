"""Short ways to ask the sandbox, with the parsers of `odd_parsers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newstui.domain.errors import UnreadableError

if TYPE_CHECKING:
    from newstui.sandbox.client import Sandbox

WORKER = "tests.sandbox.odd_parsers"


ENOUGH = 60.0
"""Seconds, on a machine that has much else to do."""


def never() -> bool:
    return False


def refusal(sandbox: Sandbox, act: str, raw: bytes = b"", **how: Any) -> str:
    with pytest.raises(UnreadableError) as caught:
        sandbox.ask(str, act, raw, what="The feed", **{"deadline": ENOUGH} | how)
    assert caught.value.hint.isprintable()
    assert str(caught.value).isprintable()
    return str(caught.value)


def works(sandbox: Sandbox) -> bool:
    return sandbox.ask(str, "echo", "still there", deadline=ENOUGH) == "still there"
