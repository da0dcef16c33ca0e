"""Property lists, whole and broken."""

from __future__ import annotations

import plistlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.property_list import property_list


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_list_is_read_in_both_forms(form: plistlib.PlistFormat) -> None:
    assert property_list(plistlib.dumps({"a": [1, b"x"]}, fmt=form)) == {"a": [1, b"x"]}


@given(st.binary())
def test_whatever_is_broken_is_one_error(tail: bytes) -> None:
    for raw in (b"bplist00" + tail, b"<plist>" + tail):
        with pytest.raises(ValueError, match=r".*"):
            property_list(raw)
