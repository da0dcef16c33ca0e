"""The sandbox that the tests of this folder share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from newstui.sandbox.client import Sandbox
from tests import REPOSITORY
from tests.sandbox.asking import WORKER

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module", autouse=True)
def parsers_on_path() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "src")]))
        yield


@pytest.fixture(scope="module")
def sandbox(parsers_on_path: None) -> Iterator[Sandbox]:
    """One sandbox for all tests: a failure in one test must not affect the next."""
    with Sandbox(worker=WORKER, most=1) as opened:
        yield opened
