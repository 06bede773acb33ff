# SPDX-License-Identifier: MIT
"""What may not stand in our code: unfinished work, swallowed errors, hidden imports, a mis-extracted `tr`."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sources import name_of, our_modules

UNFINISHED = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")
IMPORTS_INSIDE_FUNCTIONS = ("desktop/__main__.py", "desktop/ui/pages/")
"""The one place that picks a process, and the pages that are loaded when first shown."""


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _comments(path: Path) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_nothing_is_left_unfinished() -> None:
    marked = [
        f"{name_of(path)}:{line}"
        for path in our_modules()
        for line, comment in _comments(path)
        if UNFINISHED.search(comment)
    ]
    raised = [
        f"{name_of(path)}:{node.lineno}"
        for path in our_modules()
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Name) and node.id == "NotImplemented" + "Error"
    ]
    assert marked + raised == []


def test_no_error_is_swallowed() -> None:
    def swallows(handler: ast.ExceptHandler) -> bool:
        everything = handler.type is None or (
            isinstance(handler.type, ast.Name) and handler.type.id in {"Exception", "BaseException"}
        )
        silent = all(isinstance(statement, ast.Pass) for statement in handler.body)
        return handler.type is None or (everything and silent)

    assert [
        f"{name_of(path)}:{node.lineno}"
        for path in our_modules()
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ExceptHandler) and swallows(node)
    ] == []


def test_imports_stand_at_the_top() -> None:
    def inside(path: Path) -> set[int]:
        return {
            node.lineno
            for function in _functions(path)
            for node in ast.walk(function)
            if isinstance(node, ast.Import | ast.ImportFrom)
        }

    assert [
        f"{name_of(path)}:{line}"
        for path in our_modules()
        if not name_of(path).startswith(IMPORTS_INSIDE_FUNCTIONS)
        for line in sorted(inside(path))
    ] == []


def test_no_import_is_hidden_from_the_running_program() -> None:
    def hidden(node: ast.AST) -> bool:
        if isinstance(node, ast.If):
            return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        if isinstance(node, ast.ImportFrom):
            return node.module == "__future__" or any(alias.name == "*" for alias in node.names)
        return False

    assert [
        f"{name_of(path)}:{node.lineno}"
        for path in our_modules()
        for node in ast.walk(_tree(path))
        if hidden(node) and isinstance(node, ast.stmt)
    ] == []


def test_the_window_translates_only_with_a_context() -> None:
    """Qt's `self.tr` loses plurals in a subclass, and lupdate mis-reads any function of ours of that name."""

    def translates_badly(node: ast.AST) -> bool:
        if isinstance(node, ast.FunctionDef):
            return node.name == "tr"
        return isinstance(node, ast.Call) and (
            (isinstance(node.func, ast.Attribute) and node.func.attr == "tr")
            or (isinstance(node.func, ast.Name) and node.func.id == "tr")
        )

    assert [
        f"{name_of(path)}:{node.lineno}"
        for path in our_modules()
        if name_of(path).startswith("desktop/")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.expr | ast.stmt) and translates_badly(node)
    ] == []


def test_no_test_is_skipped() -> None:
    left_out = re.compile(r"\b(?:mark\.(?:skip|skipif|xfail)|pytest\.(?:skip|xfail|importorskip))\b")
    assert [
        name_of(path)
        for path in our_modules()
        if name_of(path).startswith("tests/") and path.name != Path(__file__).name
        if left_out.search(path.read_text(encoding="utf-8"))
    ] == []
