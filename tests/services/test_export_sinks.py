"""What an export writes into: the sheet of highlights; the other forms are tested with the export itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.highlights.highlight import Highlight
from newstui.services.events import Exported
from newstui.services.export import Export

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)


def test_a_sheet_holds_the_articles_with_a_highlight_or_note_and_no_others(
    desk: Callable[[], Desk], write: Callable[..., Path], tmp_path: Path
) -> None:
    for name in ("lit", "noted", "plain", "other"):
        write(f"{name}.md", "The sea is wide.", id=name, title=name, tags="[sea]" if name != "other" else "[]")
    here = desk()
    list(here.index.reconcile())
    for name in ("lit", "other"):
        here.marks.set("highlight:h1", [name], Highlight("h1", "The sea").value)
    here.marks.set("note", ["noted"], "Wide.")
    assert here.flush()
    target = tmp_path / "sheet.md"
    *_, last = Export(here, target, "highlights", NOW).write("tag:sea OR tag:none", "title")
    assert isinstance(last, Exported)
    assert last.articles == 2
    text = target.read_text()
    assert text.startswith("# Highlights: tag:sea OR tag:none — 2025-06-01\n\n## lit\n")
    assert "> The sea\n" in text
    assert "\nWide.\n" in text
    assert "plain" not in text
    assert "other" not in text
