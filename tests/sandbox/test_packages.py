"""The list of the packages that the parsers import is complete, and names what fails."""

from __future__ import annotations

import sys

import grimp

from newstui.sandbox.packages import PACKAGES, missing_packages


def test_every_package_that_a_parser_imports_is_on_the_list() -> None:
    graph = grimp.build_graph("newstui", include_external_packages=True)
    formats = {name for name in graph.modules if name.startswith("newstui.formats.")}
    parsers = {name for name in formats if not name.startswith("newstui.formats.writers.")}
    parsers.add("newstui.sandbox.pictures")
    imported = set().union(*(graph.find_modules_directly_imported_by(name) for name in parsers))
    from_elsewhere = {name for name in imported if graph.is_module_squashed(name)} - sys.stdlib_module_names
    assert from_elsewhere == {name.partition(".")[0] for name in PACKAGES}


def test_a_package_that_cannot_be_imported_is_named_with_the_reason() -> None:
    assert missing_packages(b"") == ()
    (failure,) = missing_packages(b"", ("json", "no_such_package"))
    assert failure == "no_such_package: No module named 'no_such_package'"
