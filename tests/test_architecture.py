"""Rules that no linter checks: sizes, circles of imports, how docstrings start, and mirrored tests."""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module
from inspect import getsource, isclass
from pathlib import Path

import grimp
import pytest

from tests import REPOSITORY

SOURCE = REPOSITORY / "src"
MODULES = sorted((SOURCE / "newstui").rglob("*.py"))
MODULE_LINES = CLASS_LINES = 300
SCREEN_LINES = 200
FUNCTION_LINES = 40
TABLES = {"domain/text/abbreviations.py"}
"""Tables of data, which may be as long as the data."""
HALF_SENTENCES = ("What", "Where", "Of", "So", "Whether", "That", "When", "How", "As", "Who", "If")
"""Words that a docstring must not start with: it would not stand alone."""
NEEDS_A_TEST = 40
"""Lines from which a module is tested under its own name."""


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE / "newstui").as_posix()


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def docstrings(path: Path) -> list[tuple[int, str]]:
    """Returns (line, text) of each docstring, those of attributes too."""
    texts = []
    for node in ast.walk(tree_of(path)):
        for statement in getattr(node, "body", ()) if not isinstance(node, ast.Lambda | ast.IfExp) else ():
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                value = statement.value.value
                if isinstance(value, str):
                    texts.append((statement.lineno, value))
    return texts


def test_no_module_is_too_long() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > MODULE_LINES and name not in TABLES} == {}


def test_no_function_is_too_long() -> None:
    long = {
        f"{name_of(path)}:{node.name}": lines_of(node)
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > FUNCTION_LINES
    }
    assert long == {}


def test_no_class_is_too_long_with_its_ancestors() -> None:
    large = {}
    for path in MODULES:
        if not any(isinstance(node, ast.ClassDef) for node in tree_of(path).body):
            continue
        module = import_module(dotted(path))
        for class_ in vars(module).values():
            if not isclass(class_) or class_.__module__ != module.__name__:
                continue
            own = [base for base in class_.__mro__ if base.__module__.startswith("newstui.")]
            lines = sum(len(getsource(base).splitlines()) for base in own)
            is_screen = any(base.__name__ == "Screen" for base in class_.__mro__)
            if lines > (SCREEN_LINES if is_screen else CLASS_LINES):
                large[class_.__qualname__] = lines
    assert large == {}


def test_every_docstring_stands_alone() -> None:
    openings = [
        f"{name_of(path)}:{line}: {text.split(maxsplit=6)[:6]}"
        for path in MODULES
        for line, text in docstrings(path)
        if text.split(maxsplit=1)[:1] and text.split(maxsplit=1)[0].strip(",.:;") in HALF_SENTENCES
    ]
    assert openings == []


def test_imports_make_no_circles() -> None:
    graph = grimp.build_graph("newstui", cache_dir=None)
    imports = {module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}
    while leaves := {module for module, imported in imports.items() if not imported & imports.keys()}:
        for module in leaves:
            del imports[module]
    # What is left imports each other, or something that does.
    importers = {module: {other for other in imports if module in imports[other]} for module in imports}
    while roots := {module for module, others in importers.items() if not others & importers.keys()}:
        for module in roots:
            del importers[module]
    assert sorted(importers) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_tested_under_its_own_name(path: Path) -> None:
    if path.name.startswith("__") or len(path.read_text(encoding="utf-8").splitlines()) < NEEDS_A_TEST:
        return
    mirrored = Path(name_of(path)).with_name(f"test_{path.name}").as_posix()
    test = REPOSITORY / "tests" / mirrored
    assert test.exists(), f"{name_of(path)} has no {test.relative_to(REPOSITORY)}"
