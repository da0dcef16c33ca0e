"""Keys on a page: the ids of bindings go in, the names of the keys in force come out. No key is named by hand."""

from __future__ import annotations

from collections.abc import Callable

Keys = Callable[[str], str]
"""Gives the name of the first key of a binding, by the binding's id."""

BINDING = "key "
"""A link that does what a binding does begins so; the binding's id follows."""
TAG = "tag "
"""A link to the articles that have a tag begins so; the tag follows."""
