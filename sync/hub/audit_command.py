# SPDX-License-Identifier: MIT
"""``kenttakirja-hub audit``."""

from typing import Final

from cyclopts import App

audit: Final = App(name="audit", help="The access log: of the hub and of every laptop.")
