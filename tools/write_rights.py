# SPDX-License-Identifier: MIT
"""Write docs/rights.md from the table of rights: ``python -m tools.write_rights``."""

from pathlib import Path

from sync.records.rights import rights_page

if __name__ == "__main__":
    page = Path(__file__).resolve().parent.parent / "docs" / "rights.md"
    page.write_text(rights_page(), encoding="utf-8")
