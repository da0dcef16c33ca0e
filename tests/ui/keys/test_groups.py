"""The groups of keys in help."""

from __future__ import annotations

from newstui.ui.keys import bindings
from newstui.ui.keys.groups import EVERYDAY, GROUPS, HERE, group_of


def test_every_key_of_list_and_article_has_a_group() -> None:
    ids = {binding.id or "" for table in (bindings.LIST, bindings.READER, bindings.BROWSER) for binding in table}
    assert not [name for name in ids if group_of(name) == HERE]
    assert {name for group in GROUPS.values() for name in group} <= ids | {
        "commands-anywhere",
        "quit-anywhere",
        "redraw",
    }
    assert set(EVERYDAY) <= ids
