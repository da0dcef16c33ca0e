"""Short turns: as often as it says within the block, and as usual after it."""

from __future__ import annotations

import sys
from contextlib import suppress

from newstui.services.core.short_turns import short_turns


def test_turns_are_short_within_the_block_alone() -> None:
    usual = sys.getswitchinterval()
    with suppress(ValueError), short_turns():
        within = sys.getswitchinterval()
        raise ValueError
    assert within < usual == sys.getswitchinterval()
