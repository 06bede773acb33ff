# SPDX-License-Identifier: MIT
"""People handed over within a team: who came, who went, and handing on."""
