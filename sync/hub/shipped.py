# SPDX-License-Identifier: MIT
"""Finds the data files that a hub is shipped with: code lists, the practice city's services.

In the tree and in a wheel the folder ``resources`` lies beside the package ``sync``.
"""

from pathlib import Path
from typing import Final

from sync.records.codes import CodeLists, load_codes

_ROOT: Final = Path(__file__).resolve().parents[2] / "resources"


def shipped(*parts: str) -> Path:
    """Return the path of a data file or folder, whether it is there or not."""
    return _ROOT.joinpath(*parts)


def shipped_codes() -> CodeLists:
    """Return the code lists; raises ``CodeFileDamaged``."""
    return load_codes(shipped("codes"))
