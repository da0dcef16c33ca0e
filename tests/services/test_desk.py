"""The desk: it puts the services together, and opens without delay."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from newstui.domain.session import SessionState
from newstui.services.desk import Desk
from newstui.store.paths import user_paths

Write = Callable[..., Path]
Open = Callable[[], Desk]


def test_a_summary_is_the_publishers_or_our_own(write: Write, desk: Open) -> None:
    write(
        "a.md",
        "One sentence stands here. Another follows it. A third one ends it.",
        id="a",
        title="A",
        summary="Theirs.",
    )
    one = desk()
    list(one.index.reconcile())
    assert one.summaries.of(one.articles.read("a"), 2).sentences == ("Theirs.",)
    write("b.md", "One sentence stands here. Another follows it. A third one ends it.", id="b", title="B")
    list(one.index.reconcile())
    assert one.summaries.of(one.articles.read("b"), 2).sentences


def test_each_library_keeps_its_own_session(three: Desk, tmp_path: Path) -> None:
    three.save_session(SessionState(query="is:unread", article="b"))
    assert three.session() == SessionState(query="is:unread", article="b")
    other = Desk(user_paths(), tmp_path / "other")
    assert other.session() == SessionState()
    other.close()


def test_the_first_mark_waits_for_no_import() -> None:
    program = (
        "import sys, pathlib; from newstui.services.desk import Desk; from newstui.store.paths import user_paths\n"
        "desk = Desk(user_paths(), pathlib.Path('.')); assert 'tinydb' not in sys.modules\n"
        "desk.prepare_writing(); before = set(sys.modules)\n"
        "desk.marks.set('read', ['a'], True); desk.close(); print(*(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert not [name for name in done.stdout.split() if name.startswith(("tinydb", "newstui.store.tinydb", "platform"))]
