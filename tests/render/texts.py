"""Texts, dates and widths that Hypothesis draws for the tests of what is rendered."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from rich.cells import cell_len

from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from newstui.render.line import Line

NOW = datetime(2024, 6, 6, 12, tzinfo=UTC)


WIDTHS = st.integers(1, 120)


_PIECES = st.sampled_from(["word", "霧の港", "👩‍🚀", "é", "a" * 50, "[b]", "·"])


TEXTS = st.one_of(st.text(max_size=30), st.lists(_PIECES, max_size=8).map(" ".join)).map(one_line)  # fmt: skip


DATES = st.datetimes(timezones=st.just(UTC))


def fit(lines: list[Line] | tuple[Line, ...], width: int) -> bool:
    return all(cell_len(line.text) <= width and "\n" not in line.text for line in lines)
