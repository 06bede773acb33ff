# SPDX-License-Identifier: MIT
"""Marks: the states of ui.md §6 that a row can carry, as codes."""

from enum import StrEnum


class Mark(StrEnum):
    """States of a record; the window gives each an icon, a word and a colour."""

    UNSENT = "unsent"
    DELIVERED = "delivered"
    TWO_VALUES = "two-values"
    PARKED = "parked"
    QUARANTINED = "quarantined"
    APPROVED = "approved"
    RETURNED = "returned"
    QUESTION = "question"
    CHANGED_SINCE_REVIEW = "changed-since-review"
    WAITS_FOR_HUB = "waits-for-hub"
    PROVISIONAL = "provisional"
    """A colleague's save that lies on this laptop and has not reached the hub."""
    NEW = "new"
    """Waits for review."""
    PROTECTED = "protected"
    UNDER_18 = "under-18"
    DELETED = "deleted"
    CHANGED_BESIDE_DELETION = "changed-beside-deletion"
    ERASED = "erased"
