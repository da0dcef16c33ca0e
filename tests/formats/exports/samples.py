"""Exports in tests: small files as bytes, and the moment that most of them mention."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from newstui.formats.exports.detect import read_export

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Export

AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
"""1,700,000,000 seconds since 1970."""
MICROSECONDS = 1_700_000_000_123_457
EXACTLY = AT + timedelta(microseconds=123_457)


def read(text: str | bytes, encoding: str = "utf-8") -> Export:
    return read_export(text if isinstance(text, bytes) else text.encode(encoding), "export")


def read_json(value: Any) -> Export:
    return read(json.dumps(value))


def archive(**files: str | bytes) -> bytes:
    """Packs files into an archive. In their names `__` stands for `/` and `_dot_` for `.`."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return target.getvalue()
