"""The pages for readers name only commands, keys and settings that exist."""

from __future__ import annotations

import re
from dataclasses import fields

from newstui.domain.settings import Settings
from newstui.store.settings_file import INITIAL
from tests import REPOSITORY

ROOT = REPOSITORY


def test_every_binding_has_a_row_in_the_page_of_keys_and_every_row_a_binding() -> None:
    from newstui.ui.app import NewstuiApp
    from newstui.ui.keys.bindings import (
        ASK,
        BROWSER,
        CHANGE_LIST,
        CHANGES,
        HISTORY,
        LIST,
        NOTE,
        READER,
        SEARCH,
        SECTIONS,
    )
    from newstui.ui.screens.panels.choose import ChoicePanel
    from newstui.ui.screens.panels.help import HelpPanel

    panels = [*ASK, *NOTE, *CHANGES, *CHANGE_LIST, *HISTORY, *ChoicePanel.BINDINGS, *HelpPanel.BINDINGS]
    bound = [*BROWSER, *LIST, *SECTIONS, *READER, *SEARCH, *NewstuiApp.BINDINGS, *panels]
    ids = {getattr(binding, "id", None) for binding in bound} - {None}
    rows = re.findall(r"^\| (`[^|]*`) \|", (ROOT / "docs" / "keys.md").read_text(), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([^`]+)`", row)} == ids


def test_every_setting_is_explained_in_its_page_and_in_the_initial_file() -> None:
    page = (ROOT / "docs" / "settings.md").read_text()
    for setting in fields(Settings):
        assert f"`{setting.name}`" in page or f"[{setting.name}]" in page, setting.name
        assert re.search(rf"^# (\[{setting.name}\]|{setting.name} = )", INITIAL, re.MULTILINE), setting.name


def test_every_link_of_the_pages_leads_to_a_file() -> None:
    for page in [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("docs/decisions/*.md"),
        *ROOT.glob("benchmarks/*.md"),
    ]:
        for address in re.findall(r"\]\(([^)#\s]+)", page.read_text()):
            if not address.startswith(("http", "mailto")):
                assert (page.parent / address).exists(), f"{page.name}: {address}"
