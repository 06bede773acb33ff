# SPDX-License-Identifier: MIT
"""The auditor's groups of operations: what somebody asks for who follows up a suspicion."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sync.records.audit_events import FAILED as FAILED_OPERATIONS

EVERY: Final = "every"
SEEN: Final = "seen"
SEARCHED: Final = "searched"
REVEALED: Final = "revealed"
GIVEN_OUT: Final = "given-out"
CHANGED: Final = "changed"
OPENED: Final = "opened"
FAILED: Final = "failed"
CARRIED: Final = "carried"

GROUPS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        EVERY: (),
        SEEN: ("READ", "LIST"),
        SEARCHED: ("SEARCH",),
        REVEALED: ("REVEAL",),
        GIVEN_OUT: ("PRINT", "DISCLOSE", "EXPORT", "BACKUP"),
        CHANGED: ("CREATE", "IMPORT", "UPDATE", "DELETE"),
        OPENED: ("UNLOCK", "LOCK", "LEAVE", "RENEW"),
        FAILED: ("UNLOCK_FAILED", "CHECK_FAILED", "RESTORE"),
        CARRIED: ("SYNC", "BUNDLE_OUT", "BUNDLE_IN"),
    }
)
"""Key of a group → its operations; together they are all there are. Of nothing: every one."""
LOUD: Final = frozenset({*FAILED_OPERATIONS, "RESTORE"})
"""Operations that stand out in a list: they should not happen."""
