# SPDX-License-Identifier: MIT
"""What the window and the open notebook say to each other: asks, answers, events, problems, as values.

This package is all that the window knows of the notebook process. Codes, ids, times and texts
cross; words for people do not: those belong to the window. Times are milliseconds since 1970 UTC.
"""
