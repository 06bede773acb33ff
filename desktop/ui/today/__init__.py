# SPDX-License-Identifier: MIT
"""The day's page: the open session, the walk-in panel whose keyboard is the form, and today's list."""
