# SPDX-License-Identifier: MIT
"""The files on a person's card: their list, taking in, and looking at one."""
