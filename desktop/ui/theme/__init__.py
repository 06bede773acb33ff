# SPDX-License-Identifier: MIT
"""How the window looks: colours, sizes, fonts and icons, passed to every component as one `Theme`."""
