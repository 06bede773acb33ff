# SPDX-License-Identifier: MIT
"""``kenttakirja-hub recovery``."""

from typing import Final

from cyclopts import App

recovery: Final = App(
    name="recovery", help="The city's recovery key: for a forgotten passphrase, and the drill."
)
