"""Values that cross between processes come out as they went in; everything else is refused or becomes its name."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newstui.domain.errors import NewstuiError, StorageError
from newstui.domain.feed import Feed
from newstui.net.deadline import Cancelled
from newstui.services.events import FeedChecked, FoundFeeds, Imported, Indexed, Ingested, Progress, Skipped, Synced
from newstui.services.tasks.values import pack, unpack
from newstui.store.catalogue.connection import UnwritableError
from tests.domain.test_errors import below


def crossed(value: object) -> Any:
    return unpack(json.loads(json.dumps(pack(value))))


@pytest.mark.parametrize(
    "value",
    [
        None, True, 1, 0.5, "caf\u00e9", "caf\udce9.md", ("a", (1, None)),
        Feed("https://a.example/", title="A", tags=("x",)), FeedChecked("https://a.example/", "A", 1, error="no"),
        FoundFeeds("https://a.example/", (("https://a.example/feed", "A"),), is_feed=True),
        Imported("a.csv", "Pocket CSV", notes=("n",)), Indexed(1, 2, 3), Progress(1), Progress(1, 2),
        Skipped("caf\udce9.md", "no", is_expected=True), Synced(1, 2, 3, 4, 5, 6),
        Ingested("id", "Title", "added", "a.md"),
    ],
)  # fmt: skip
def test_a_value_comes_out_as_it_went_in(value: object) -> None:
    assert crossed(value) == value


def test_a_list_comes_out_as_a_tuple() -> None:
    assert crossed([Progress(1), [Progress(2)]]) == (Progress(1), (Progress(2),))


@pytest.mark.parametrize("kind", sorted(below(NewstuiError), key=str))
def test_an_error_keeps_its_kind_its_message_and_its_hint(kind: type[NewstuiError]) -> None:
    error = crossed(kind("what is wrong", hint="what to do"))
    assert (type(error), str(error), error.hint) == (kind, "what is wrong", "what to do")


def test_an_error_of_one_layer_becomes_the_one_that_it_is_a_kind_of() -> None:
    error = crossed(UnwritableError("the disk is full", hint="free some space"))
    assert (type(error), str(error), error.hint) == (StorageError, "the disk is full", "free some space")


def test_other_errors_keep_their_names() -> None:
    class OddError(Exception):
        pass

    assert isinstance(crossed(Cancelled()), Cancelled)
    assert (type(crossed(ValueError("odd"))), str(crossed(ValueError("odd")))) == (ValueError, "odd")
    assert str(crossed(OddError("very"))) == "OddError: very"
    assert str(crossed(UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"))).startswith("UnicodeDecodeError: ")


@pytest.mark.parametrize("value", [object(), {"a": 1}, b"bytes", {1}])
def test_a_type_that_cannot_cross_is_a_bug(value: object) -> None:
    with pytest.raises(TypeError):
        pack(value)


@pytest.mark.parametrize(
    "data",
    [
        {}, {"kind": "Path", "value": {}}, {"kind": "Progress", "value": {"done": "many", "total": None}},
        {"kind": "Progress", "value": {"done": 1}}, {"error": "SystemExit", "message": ""},
    ],
)  # fmt: skip
def test_a_message_of_another_shape_is_refused(data: object) -> None:
    with pytest.raises((ValueError, KeyError)):
        unpack(data)
