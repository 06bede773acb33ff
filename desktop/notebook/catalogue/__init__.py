# SPDX-License-Identifier: MIT
"""The city's services as an adviser looks for them: found while typing, offline, in memory."""
