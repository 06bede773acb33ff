# SPDX-License-Identifier: MIT
"""``kenttakirja-hub laptop``."""

from typing import Final

from cyclopts import App

laptop: Final = App(name="laptop", help="The laptops: who has one, revoke, wipe, lease.")
