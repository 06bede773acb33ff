# SPDX-License-Identifier: MIT
"""PySide6 6.11.3: a widget that Qt made, asked for its focus proxy, takes the proxy along when its wrapper goes.

So ``table.horizontalHeader().viewport().focusProxy()`` deletes the header, and the table crashes at its next layout.
"""

import ast
from typing import Final

from sources import name_of, our_modules

WALKS: Final = frozenset({"nextInFocusChain", "previousInFocusChain"})
ASKS: Final = "desktop/ui/editing/tab_order.py"
"""It asks only what Python made."""


def test_no_page_walks_the_focus_chain_or_asks_for_a_proxy() -> None:
    assert [
        f"{name_of(path)}:{node.lineno}"
        for path in our_modules()
        if name_of(path).startswith("desktop/")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and (node.attr in WALKS or (node.attr == "focusProxy" and name_of(path) != ASKS))
    ] == []
