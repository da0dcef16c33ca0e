"""A ZIP archive is read up to its limits; a broken member costs only itself."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from newstui.domain.errors import NewstuiError
from newstui.formats.zip_archive import ZipArchive, ZipLimits, ZipMemberError


def packed(**members: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_a_member_is_read_by_its_name_and_an_unknown_name_is_empty() -> None:
    archive = ZipArchive(packed(a=b"one", b=b"two"), "x.zip")
    assert list(archive.names) == ["a", "b"]
    assert (archive.read("b"), archive.read("../a")) == (b"two", b"")


@pytest.mark.parametrize("limits", [ZipLimits(member_bytes=5), ZipLimits(total_bytes=5)])
def test_a_member_above_a_limit_is_refused_with_its_name(limits: ZipLimits) -> None:
    archive = ZipArchive(packed(small=b"x" * 5, large=b"x" * 6), "x.zip", limits)
    with pytest.raises(ZipMemberError, match=r"^large: it is too large when it is unpacked$"):
        archive.read("large")


def test_all_members_together_stay_below_the_limit() -> None:
    archive = ZipArchive(packed(a=b"x" * 6, b=b"x" * 6, c=b"x" * 4), "x.zip", ZipLimits(total_bytes=10))
    assert len(archive.read("a")) == 6
    with pytest.raises(ZipMemberError):
        archive.read("b")


def test_members_above_the_limit_are_not_there() -> None:
    archive = ZipArchive(packed(a=b"one", b=b"two"), "x.zip", ZipLimits(members=1))
    assert (list(archive.names), archive.read("b")) == (["a"], b"")


def test_bytes_that_are_not_an_archive_raise_an_error_with_a_hint() -> None:
    with pytest.raises(NewstuiError, match=r"^x\.zip is not a ZIP archive, or a damaged one$") as caught:
        ZipArchive(b"PK\x03\x04 and so on", "x.zip")
    assert caught.value.hint
