"""Folders that browsers save beside a page."""

from __future__ import annotations

from newstui.store.page_folders import page_of


def test_a_folder_is_named_after_its_page() -> None:
    assert page_of("News/The ferry_files") == "News/The ferry"
    assert page_of("Die Fähre-Dateien") == "Die Fähre"
    assert page_of("files") is None
    assert page_of("News") is None
