# SPDX-License-Identifier: MIT
"""A tool tip over a text that somebody typed shows it and obeys it in nothing."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from desktop.ui.components.tip import plain_tip

ROOT = Path(__file__).parents[4]
PICTURE = "Tavoite <img src='//server/share/a.png'>"


@pytest.mark.parametrize("text", [PICTURE, "<b>lihava</b>", "1 < 2 & 3", "<a href='file:///etc'>x</a>"])
def test_markup_is_shown_as_it_was_typed(text: str) -> None:
    page = QTextDocument()
    page.setHtml(plain_tip(text))
    assert page.toPlainText() == text
    assert "<img" not in plain_tip(text)


def test_an_ordinary_text_stays_as_it_is() -> None:
    assert plain_tip("alle 30-vuotiaat & muut") == "alle 30-vuotiaat & muut"


@given(text=st.text())
def test_no_tag_survives(text: str) -> None:
    tip = plain_tip(f"{PICTURE}{text}")
    assert tip.startswith("<span>")
    assert "<" not in tip[len("<span>") : -len("</span>")]


def test_every_tool_tip_is_plain() -> None:
    """A constant, a translated sentence of ours, or what ``plain_tip`` returns; nothing that somebody typed."""
    wrong = [
        f"{path.name}:{node.lineno}"
        for path in (ROOT / "desktop" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _named(node) == "setToolTip" and not _plain(node.args[0])
    ]
    assert wrong == []


def _named(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _plain(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return _plain(node.body) and _plain(node.orelse)
    return isinstance(node, ast.Constant) or (
        isinstance(node, ast.Call) and _named(node) in {"plain_tip", "translate"}
    )
