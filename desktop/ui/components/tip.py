# SPDX-License-Identifier: MIT
"""What a tool tip may say of a text that people typed: its letters, and nothing that they could order."""

import html


def plain_tip(text: str) -> str:
    """Return a tool tip that shows ``text`` as it stands.

    Qt reads what looks like markup as markup, and a picture's address in it would be fetched: from a share on
    another computer, say, which on Windows tells that computer who is logged in here.
    """
    return f"<span>{html.escape(text)}</span>" if "<" in text else text
