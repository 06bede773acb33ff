# SPDX-License-Identifier: MIT
"""The Sync page: what is on its way to the centre, and what came of the last rounds."""
