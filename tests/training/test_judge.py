"""The judge: pairs without names, answers that are kept at once, and the count of them."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from training.judge import Pair, ask, pairs, report, wilson

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAIRS = [Pair(f"p{i}", "en", "Port", ["The lead."], ["The other."]) for i in range(3)]


def answer(monkeypatch: pytest.MonkeyPatch, file: Path, typed: str) -> list[str]:
    """Answers as if typed; returns which of each pair is preferred, as it is kept."""
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    ask(PAIRS, file, "Kari")
    return [json.loads(line)["preferred"] for line in file.read_text("utf-8").splitlines()] if file.exists() else []


def test_a_pair_is_shown_without_names() -> None:
    shown = PAIRS[0].shown()
    assert "newstui" not in shown
    assert {PAIRS[0].a, PAIRS[0].b} == {"lead", "newstui"}
    assert shown.index(getattr(PAIRS[0], PAIRS[0].a)[0]) < shown.index(getattr(PAIRS[0], PAIRS[0].b)[0])


def test_answers_are_kept_and_asked_for_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    assert answer(monkeypatch, file, "nonsense\na\nq\n") == [PAIRS[0].a]
    assert answer(monkeypatch, file, "b\n=\n") == [PAIRS[0].a, PAIRS[1].b, "neither"]
    assert len(answer(monkeypatch, file, "")) == 3


def test_the_end_of_the_input_stops(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert answer(monkeypatch, tmp_path / "none.jsonl", "") == []


def test_the_report_counts_what_was_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "answers.jsonl"
    given = [("en", "newstui"), ("en", "lead"), ("fr", "newstui"), ("da", "neither")]
    file.write_text("\n".join(json.dumps({"lang": lang, "preferred": which}) for lang, which in given), "utf-8")
    report(file)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("all  4 pairs: newstui in 2 of 3 decided, 67%")
    assert lines[-1] == "da   1 pairs: none decided"


def test_an_interval_holds_its_share() -> None:
    low, high = wilson(6, 10)
    assert 0.3 < low < 0.6 < high < 0.85


def test_pairs_come_from_the_library_too_and_equal_summaries_are_none(tmp_path: Path) -> None:
    for name in ("english-dev", "french-train", "vietnamese-train", "danish-train", "spanish-train"):
        (tmp_path / f"{name}.jsonl").write_text("", encoding="utf-8")
    body = " ".join(f"Ships number {i} came to Riga, and the council spoke of number {i}." for i in range(30))
    news = f"{body}\n\nThe council of Riga closed the port for ships on Monday after a storm hit the pier."
    (tmp_path / "a.md").write_text(f"---\ntitle: Council of Riga closes port after storm\nlang: en\n---\n\n{news}\n")
    (tmp_path / "b.md").write_text("---\ntitle: Short\nlang: en\n---\n\nOne line.\n")
    found = pairs(tmp_path, tmp_path)
    assert [pair.id for pair in found] == ["a"]
    assert found[0].lead != found[0].newstui
