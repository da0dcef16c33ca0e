"""The articles to learn from: which are held out, and which are nearly copies of those."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from training.articles import HELD_OUT, TRAINED, data_folder, fold_of, is_held_out, read_set, training_articles

if TYPE_CHECKING:
    from pathlib import Path

HELD = next(f"a{i}" for i in range(99) if is_held_out(f"a{i}"))
LEARNED = next(f"a{i}" for i in range(99) if not is_held_out(f"a{i}"))
TEXT = "The council of Riga closed the port on Monday. Ships wait.\n***\nFerries go on."


def write_sets(folder: Path, **texts: list[tuple[str, str]]) -> Path:
    """Writes (id, text) of each set; `_` in a name is `-`. Sets that are not named are empty."""
    for name in TRAINED:
        rows = texts.get(name.replace("-", "_"), [])
        lines = [
            json.dumps({"id": i, "lang": "fr", "title": "T", "text": text, "references": [["R."]]}) for i, text in rows
        ]
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_sentences_know_if_they_open_a_line_and_lines_without_letters_have_none(tmp_path: Path) -> None:
    article = read_set(write_sets(tmp_path, french_train=[("a", TEXT)]), "french-train")[0]
    assert article.sentences[1:] == ("Ships wait.", "Ferries go on.")
    assert article.opens == (True, False, True)
    assert article.summary_length == 2


def test_an_article_that_is_held_out_is_not_learned_from_nor_is_a_copy_of_it(tmp_path: Path) -> None:
    other = "Nobody knows when the harbour of Brest will be opened for the ferries again."
    sets = write_sets(tmp_path, french_train=[(HELD, TEXT), (LEARNED, TEXT + " Really."), ("b1" + LEARNED, other)])
    learned = training_articles(sets)
    assert [article.text for article in learned] in ([other], [])
    assert HELD not in {article.id for article in learned}


def test_folds_are_the_same_everywhere() -> None:
    assert fold_of("da-danewsroom-0", 5) == 0
    assert {fold_of(f"a{i}", 5) for i in range(50)} == set(range(5))
    assert "english-train" not in HELD_OUT


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    assert data_folder(str(tmp_path)) == tmp_path
    with pytest.raises(SystemExit, match="--data FOLDER"):
        data_folder(str(tmp_path / "none"))
