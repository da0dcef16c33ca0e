"""The cache of summaries that a language model wrote, a small file each. Deleting it loses nothing."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from newstui.domain.digest import blake2b
from newstui.domain.text.clean import one_line
from newstui.store.atomic import DRAFT_PREFIX, make_folder, write_atomically
from newstui.store.plain_file import opened_plain

if TYPE_CHECKING:
    from pathlib import Path

MOST = 5000
"""The number of summaries kept, the latest ones."""
_TRIM_EVERY = 100
_LARGEST = 256 * 1024
"""Bytes of an entry; a larger file was not written by newstui."""
_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that a summary answers: the same question has the same answer."""

    article: str
    """The article's id."""
    content: str
    """A digest of the text that the model read."""
    model: str
    prompt: int
    """The version of the prompt."""
    sentences: int

    @property
    def file_name(self) -> str:
        whole = json.dumps(asdict(self), sort_keys=True).encode()
        return blake2b(whole, digest_size=16).hexdigest() + _SUFFIX


class SummaryCache:
    """A folder of entries. Safe with any number of windows: files are written whole, and the last one stays."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        """The folder is created with the first entry. It must hold nothing else."""
        self._folder, self._most = folder, most
        self._kept = 0

    def read(self, asked: Asked) -> tuple[str, ...] | None:
        """Returns the sentences of an entry; None where there is none, or none that can be read."""
        try:
            with opened_plain(self._folder / asked.file_name) as file:
                entry = json.loads(file.read(_LARGEST))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(entry, dict) or entry.get("asked") != asdict(asked):
            return None
        sentences = entry.get("answer")
        if not isinstance(sentences, list) or not all(isinstance(sentence, str) for sentence in sentences):
            return None
        # Cleaned again: the file may have been written by anyone.
        return tuple(filter(None, map(one_line, sentences))) or None

    def keep(self, asked: Asked, sentences: tuple[str, ...]) -> None:
        """Adds an entry. Raises StorageError; then nothing but the entry is lost."""
        entry = {"asked": asdict(asked), "answer": sentences}
        make_folder(self._folder)
        write_atomically(self._folder / asked.file_name, json.dumps(entry, indent=1).encode())
        if self._kept % _TRIM_EVERY == 0:
            self._trim()
        self._kept += 1

    def _trim(self) -> None:
        """Removes the oldest files; a draft that a kill left behind grows old like any other."""
        aged: list[tuple[float, Path]] = []
        try:
            for path in self._folder.iterdir():
                if path.name.endswith(_SUFFIX) or path.name.startswith(DRAFT_PREFIX):
                    aged.append((path.stat().st_mtime, path))
            for _, path in sorted(aged, reverse=True)[self._most :]:
                path.unlink(missing_ok=True)
        except OSError:
            return  # another window trims, or the folder is read-only: next time
