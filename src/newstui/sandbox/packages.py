"""The packages that the parsers import. The doctor asks for them in the sandbox, because that is where they run."""

from __future__ import annotations

import importlib

PACKAGES = (
    "PIL.Image",
    "feedparser",
    "lxml.etree",
    "trafilatura",
    "turbohtml",
    "turbohtml.detect",
    "yaml",
)  # fmt: skip
"""Every module that parsers and pictures import from elsewhere, without what writers need: they parse nothing."""


def missing_packages(_: bytes, names: tuple[str, ...] = PACKAGES) -> tuple[str, ...]:
    """Returns why each package that cannot be imported fails, in Python's words."""
    failures = []
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            failures.append(f"{name}: {error}")
    return tuple(failures)
