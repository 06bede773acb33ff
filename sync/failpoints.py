# SPDX-License-Identifier: MIT
"""Named places where a crash would hurt most: nothing happens there, unless a test has something happen.

A test's own child process calls ``arm`` and kills itself at a name; no setting, argument or message of the program
can do that. The names are the list of what ``docs/sync-guarantees.md`` says is survived.
"""

from collections.abc import Callable
from enum import StrEnum


class FailPoint(StrEnum):
    """Where; each is reached right before or after the step its name says."""

    LAPTOP_SAVE_BEFORE_COMMIT = "laptop-save-before-commit"
    LAPTOP_SAVE_AFTER_COMMIT = "laptop-save-after-commit"
    LAPTOP_PUSH_BEFORE_ACKNOWLEDGE = "laptop-push-before-acknowledge"
    LAPTOP_PUSH_AFTER_ACKNOWLEDGE = "laptop-push-after-acknowledge"
    LAPTOP_PULL_BEFORE_APPLY = "laptop-pull-before-apply"
    LAPTOP_PULL_BETWEEN_BATCHES = "laptop-pull-between-batches"
    LAPTOP_PULL_AFTER_APPLY = "laptop-pull-after-apply"
    LAPTOP_SNAPSHOT_BETWEEN_PARTS = "laptop-snapshot-between-parts"
    LAPTOP_PART_BEFORE_COMMIT = "laptop-part-before-commit"
    LAPTOP_PART_BETWEEN_SLICES = "laptop-part-between-slices"
    LAPTOP_REBASE_BEFORE_COMMIT = "laptop-rebase-before-commit"
    LAPTOP_REBASE_BETWEEN_STREAMS = "laptop-rebase-between-streams"
    LAPTOP_REBASE_BEFORE_EPOCH = "laptop-rebase-before-epoch"
    LAPTOP_MEND_BEFORE_COMMIT = "laptop-mend-before-commit"
    LAPTOP_MEND_BETWEEN_STEPS = "laptop-mend-between-steps"
    LAPTOP_COMPACT_BEFORE_COMMIT = "laptop-compact-before-commit"
    LAPTOP_COMPACT_BETWEEN_BATCHES = "laptop-compact-between-batches"
    LAPTOP_EVICT_BEFORE_COMMIT = "laptop-evict-before-commit"
    LAPTOP_EVICT_BETWEEN_STEPS = "laptop-evict-between-steps"
    LAPTOP_FETCH_BETWEEN_PARTS = "laptop-fetch-between-parts"
    LAPTOP_MOVE_AFTER_ADOPT = "laptop-move-after-adopt"
    LAPTOP_MOVE_AFTER_RETRACT = "laptop-move-after-retract"
    HUB_PUSH_BEFORE_APPEND = "hub-push-before-append"
    HUB_PUSH_AFTER_APPEND = "hub-push-after-append"
    HUB_SETTLE_BEFORE_ADVANCE = "hub-settle-before-advance"
    HUB_SETTLE_AFTER_ADVANCE = "hub-settle-after-advance"
    HUB_SNAPSHOT_BEFORE_KEEP = "hub-snapshot-before-keep"
    HUB_ERASE_BETWEEN_STEPS = "hub-erase-between-steps"
    HUB_MOVE_BEFORE_ADOPT = "hub-move-before-adopt"
    HUB_MOVE_BEFORE_RETRACT = "hub-move-before-retract"
    HUB_OBEY_AFTER_PERFORM = "hub-obey-after-perform"
    HUB_RULING_BEFORE_DECIDE = "hub-ruling-before-decide"
    HUB_COMPACT_BETWEEN_STEPS = "hub-compact-between-steps"
    HUB_BACKUP_BETWEEN_FILES = "hub-backup-between-files"
    HUB_BACKUP_BEFORE_SEAL = "hub-backup-before-seal"
    HUB_BACKUP_AFTER_SEAL = "hub-backup-after-seal"
    HUB_RESTORE_BETWEEN_FILES = "hub-restore-between-files"
    HUB_RESTORE_BEFORE_EPOCH = "hub-restore-before-epoch"
    HUB_RESTORE_AFTER_EPOCH = "hub-restore-after-epoch"
    HUB_RESTORE_BETWEEN_ENTRIES = "hub-restore-between-entries"
    HUB_RESTORE_BEFORE_PLACE = "hub-restore-before-place"
    HUB_RESTORE_AFTER_PLACE = "hub-restore-after-place"
    HUB_CONFIRM_BEFORE_DECIDE = "hub-confirm-before-decide"


_armed: Callable[[FailPoint], None] | None = None


def reached(point: FailPoint) -> None:
    """Say that this place is reached."""
    if _armed is not None:
        _armed(point)


def arm(happens: Callable[[FailPoint], None] | None) -> None:
    """Let this happen at every place from now on; ``None`` lets nothing happen again."""
    global _armed  # noqa: PLW0603 - one switch for one process, thrown by its test alone
    _armed = happens
