"""Each kind of export knows its own files, and no other kind takes them for its own."""

from __future__ import annotations

import pytest

from newstui.formats.exports.kinds import GENERAL, KINDS
from newstui.formats.exports.source import Shaped, shapes_of
from newstui.formats.zip_archive import START, ZipArchive
from tests.formats.exports.samples import ONE_OF_EACH

OF_NO_SERVICE = [name for name in ONE_OF_EACH if name.startswith("a ")]
OF_A_SERVICE = [name for name in ONE_OF_EACH if name not in OF_NO_SERVICE]


def shapes(raw: bytes) -> list[Shaped]:
    return [Shaped("archive", ZipArchive(raw, "x"))] if raw.startswith(START) else shapes_of(raw, "x")


def accepting(raw: bytes) -> list[str]:
    return [kind.name for kind in KINDS for shape, value in shapes(raw) if shape == kind.shape and kind.accepts(value)]


def test_there_is_a_file_of_every_kind() -> None:
    assert {kind.name for kind in KINDS} == set(OF_A_SERVICE)


@pytest.mark.parametrize("name", OF_A_SERVICE)
def test_exactly_one_kind_accepts_a_file(name: str) -> None:
    assert accepting(ONE_OF_EACH[name]) == [name]


@pytest.mark.parametrize("name", OF_NO_SERVICE)
def test_a_file_of_no_known_service_has_exactly_one_general_kind(name: str) -> None:
    raw = ONE_OF_EACH[name]
    assert accepting(raw) == []
    general = [kind for kind in GENERAL for shape, value in shapes(raw) if shape == kind.shape and kind.accepts(value)]
    assert len(general) == 1
