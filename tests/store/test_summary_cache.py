"""A summary is asked for once, and a cache that is damaged, full or gone is only a slower one."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.store.summary_cache import Asked, SummaryCache

if TYPE_CHECKING:
    from pathlib import Path

ASKED = Asked("a1", "c1", "llama3.2", 1, 3)
SENTENCES = ("Rain fell.", "東京 got wet.")


def test_a_cached_summary_is_there_for_the_next_session(tmp_path: Path) -> None:
    SummaryCache(tmp_path / "summaries").keep(ASKED, SENTENCES)
    assert SummaryCache(tmp_path / "summaries").read(ASKED) == SENTENCES


def test_an_empty_cache_has_no_summary(tmp_path: Path) -> None:
    assert SummaryCache(tmp_path / "summaries").read(ASKED) is None


@pytest.mark.parametrize(
    "other",
    [
        replace(ASKED, article="a2"),
        replace(ASKED, content="c2"),
        replace(ASKED, model="qwen3"),
        replace(ASKED, prompt=2),
        replace(ASKED, sentences=4),
    ],
)
def test_another_question_has_another_entry(tmp_path: Path, other: Asked) -> None:
    cache = SummaryCache(tmp_path)
    cache.keep(ASKED, SENTENCES)
    assert cache.read(other) is None
    assert other.file_name != ASKED.file_name


def test_an_entry_names_the_model_and_the_prompt(tmp_path: Path) -> None:
    SummaryCache(tmp_path).keep(ASKED, SENTENCES)
    entry = json.loads((tmp_path / ASKED.file_name).read_bytes())
    assert entry["asked"] | {"model": "llama3.2", "prompt": 1} == entry["asked"]


def test_names_from_outside_stay_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "summaries"
    hostile = replace(ASKED, article="../../x", model="/etc/\0passwd\ud800")
    cache = SummaryCache(folder)
    cache.keep(hostile, SENTENCES)
    assert cache.read(hostile) == SENTENCES
    assert list(tmp_path.iterdir()) == [folder]
    assert [path.name for path in folder.iterdir()] == [hostile.file_name]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\0" * 100,
        b"\xff\xfe",
        b"[1]",
        b"{}",
        b"[" * 100_000,
        b'{"asked": null, "answer": ["x"]}',
        b" " * 300_000 + b"{}",
    ],
)
def test_a_damaged_entry_is_a_miss_and_can_be_written_again(tmp_path: Path, damage: bytes) -> None:
    cache = SummaryCache(tmp_path)
    cache.keep(ASKED, SENTENCES)
    (tmp_path / ASKED.file_name).write_bytes(damage)
    assert cache.read(ASKED) is None
    cache.keep(ASKED, SENTENCES)
    assert cache.read(ASKED) == SENTENCES


def test_an_entry_cut_anywhere_is_a_miss(tmp_path: Path) -> None:
    cache = SummaryCache(tmp_path)
    cache.keep(ASKED, SENTENCES)
    entry = (tmp_path / ASKED.file_name).read_bytes()
    for cut in range(len(entry)):
        (tmp_path / ASKED.file_name).write_bytes(entry[:cut])
        assert cache.read(ASKED) is None


@pytest.mark.parametrize("answer", [None, "Rain fell.", [1], [], ["", "\x1b"], {"0": "Rain"}])
def test_an_entry_without_sentences_is_a_miss(tmp_path: Path, answer: object) -> None:
    cache = SummaryCache(tmp_path)
    cache.keep(ASKED, SENTENCES)
    path = tmp_path / ASKED.file_name
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"answer": answer}))
    assert cache.read(ASKED) is None


def test_an_entry_of_another_program_is_cleaned(tmp_path: Path) -> None:
    cache = SummaryCache(tmp_path)
    cache.keep(ASKED, ("Rain\x1b]52;c;aGk=\x07 fell.\n",))
    assert cache.read(ASKED) == ("Rain]52;c;aGk= fell.",)


def test_only_the_latest_are_kept(tmp_path: Path) -> None:
    SummaryCache(tmp_path).keep(ASKED, SENTENCES)
    for age in range(1, 6):
        old = replace(ASKED, sentences=3 + age)
        SummaryCache(tmp_path).keep(old, SENTENCES)
        os.utime(tmp_path / old.file_name, (1e9 - age, 1e9 - age))
    (tmp_path / ".newstui-0123.tmp").write_bytes(b"half")
    os.utime(tmp_path / ".newstui-0123.tmp", (1, 1))
    (tmp_path / "notes.txt").write_text("somebody else's")

    cache = SummaryCache(tmp_path, most=3)
    newest = replace(ASKED, article="a9")
    cache.keep(newest, SENTENCES)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {newest.file_name, ASKED.file_name, replace(ASKED, sentences=4).file_name, "notes.txt"}


def test_a_session_does_not_look_through_the_folder_each_time(tmp_path: Path) -> None:
    cache = SummaryCache(tmp_path, most=1)
    for sentences in range(1, 4):
        cache.keep(replace(ASKED, sentences=sentences), SENTENCES)
    assert len(list(tmp_path.iterdir())) == 3


def test_an_entry_that_cannot_be_removed_is_not_an_error(tmp_path: Path) -> None:
    (tmp_path / "odd.json").mkdir()
    os.utime(tmp_path / "odd.json", (1, 1))
    cache = SummaryCache(tmp_path, most=1)
    cache.keep(ASKED, SENTENCES)
    assert cache.read(ASKED) == SENTENCES


def test_a_refusing_disk_raises_storage_error(tmp_path: Path) -> None:
    (tmp_path / "summaries").write_text("a file")
    cache = SummaryCache(tmp_path / "summaries")
    assert cache.read(ASKED) is None
    with pytest.raises(StorageError):
        cache.keep(ASKED, SENTENCES)
