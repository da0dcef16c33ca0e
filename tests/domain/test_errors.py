"""Errors that a person can fix: the tree in the module's docstring is the whole tree."""

from __future__ import annotations

from newstui.domain import errors


def below(kind: type[errors.NewstuiError]) -> set[type[errors.NewstuiError]]:
    """All kinds of this error that the module has."""
    own = [each for each in kind.__subclasses__() if each.__module__ == errors.__name__]
    return {kind}.union(*map(below, own))


def test_the_tree_names_every_kind_of_error() -> None:
    assert errors.__doc__ is not None
    named = {line.lstrip("│├└─ ").split(" ")[0] for line in errors.__doc__.splitlines()[2:]}
    assert named - {""} == {kind.__name__ for kind in below(errors.NewstuiError)}


def test_an_error_has_a_hint_or_none() -> None:
    assert (errors.DiskError("full").hint, str(errors.DiskError("full", hint="free some"))) == ("", "full")
