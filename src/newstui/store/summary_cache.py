"""Summaries that a language model wrote, one small file each. Nothing in it is missed when it is gone."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.store.atomic import DRAFT_PREFIX, make_folder, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

MOST = 5000
"""Summaries kept, the latest."""
_TRIM_EVERY = 100
_LARGEST = 256 * 1024
"""Bytes of an entry; a larger file is none of ours."""
_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a summary answers: the same question has the same answer."""

    article: str
    """The article's id."""
    content: str
    """A digest of what the model was given to read."""
    model: str
    prompt: int
    """The version of the prompt."""
    sentences: int

    @property
    def file_name(self) -> str:
        whole = json.dumps(asdict(self), sort_keys=True).encode()
        return blake2b(whole, digest_size=16).hexdigest() + _SUFFIX


class SummaryCache:
    """A folder of its own. Safe with any number of windows: a file is written whole, and the last one stays."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        """The folder is made with the first entry. It must hold nothing else."""
        self._folder, self._most = folder, most
        self._kept = 0

    def read(self, asked: Asked) -> tuple[str, ...] | None:
        """The sentences, or None where there is no entry, or none that can be read."""
        try:
            with (self._folder / asked.file_name).open("rb") as file:
                entry = json.loads(file.read(_LARGEST))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(entry, dict) or entry.get("asked") != asdict(asked):
            return None
        sentences = entry.get("answer")
        if not isinstance(sentences, list) or not all(isinstance(each, str) for each in sentences):
            return None
        # Cleaned again: the file may have been written by anyone.
        return tuple(filter(None, map(one_line, sentences))) or None

    def keep(self, asked: Asked, sentences: tuple[str, ...]) -> None:
        """Raises StorageError; nothing but the entry is lost then."""
        entry = {"asked": asdict(asked), "answer": sentences}
        make_folder(self._folder)
        write_atomically(self._folder / asked.file_name, json.dumps(entry, indent=1).encode())
        if self._kept % _TRIM_EVERY == 0:
            self._trim()
        self._kept += 1

    def _trim(self) -> None:
        """Drops the oldest files; a draft that a kill left behind grows old like any other."""
        aged: list[tuple[float, Path]] = []
        try:
            for path in self._folder.iterdir():
                if path.name.endswith(_SUFFIX) or path.name.startswith(DRAFT_PREFIX):
                    aged.append((path.stat().st_mtime, path))
            for _, path in sorted(aged, reverse=True)[self._most :]:
                path.unlink(missing_ok=True)
        except OSError:
            return  # Another window trims, or the folder is read-only: the next time will do.
