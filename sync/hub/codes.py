# SPDX-License-Identifier: MIT
"""Enrolment codes: 50 bits for one person, ten minutes, five tries, single use; kept as a keyed hash.

The first two letters find the code, so that a wrong guess is counted against one code and cannot lock
everybody's; the other forty bits are the secret's remainder.
"""

import hashlib
import hmac
from typing import Final

from sync.hub.errors import UnknownName
from sync.hub.parts import HubParts
from sync.hub.store.rows import CodeRow
from sync.protocol.crockford import normalised
from sync.protocol.enrolment import CODE_CHARACTERS, new_code
from sync.protocol.errors import Code, EnrolmentInvalid, refusal
from sync.records.ids import StaffId

LIFE_MS: Final = 10 * 60 * 1000
MOST_TRIES: Final = 5
_LOCATOR: Final = 2


def make_code(parts: HubParts, staff: StaffId, *, life_ms: int = LIFE_MS) -> str:
    """Return a fresh code for one person; raises UnknownName("staff")."""
    if staff not in parts.store.staff():
        raise UnknownName("staff")
    now = parts.clock()
    code = new_code()
    while _open(parts.store.code(code[:_LOCATOR]), now):
        code = new_code()
    parts.store.put_code(
        CodeRow(code[:_LOCATOR], _digest(parts, code), staff, now + life_ms, tries=0, used=0)
    )
    return code


def try_code(parts: HubParts, typed: str) -> CodeRow:
    """Return the code's row; raises EnrolRefused (code-wrong, code-locked, code-expired, code-used).

    A used code comes back as its row: whether it is a repeated enrolment is the caller's to see.
    """
    try:
        code = normalised(typed, characters=CODE_CHARACTERS, part="code")
    except EnrolmentInvalid as problem:
        raise refusal(Code.CODE_WRONG) from problem
    row = parts.store.code(code[:_LOCATOR])
    if row is None:
        raise refusal(Code.CODE_WRONG)
    if not row.used and not parts.store.count_try(row.locator, MOST_TRIES):
        raise refusal(Code.CODE_LOCKED)
    if not hmac.compare_digest(row.digest, _digest(parts, code)):
        raise refusal(Code.CODE_WRONG)
    if not row.used and parts.clock() >= row.expires:
        raise refusal(Code.CODE_EXPIRED)
    return row


def _open(row: CodeRow | None, now: int) -> bool:
    return row is not None and not row.used and now < row.expires


def _digest(parts: HubParts, code: str) -> bytes:
    return hmac.digest(parts.keys.master, b"kenttakirja/code/1" + code.encode(), hashlib.sha256)
