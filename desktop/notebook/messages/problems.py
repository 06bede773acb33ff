# SPDX-License-Identifier: MIT
"""Every way an ask can fail, as stable codes; the window has one table from these to sentences.

Split by blame: the person's input, the notebook's own state, the environment, the other side, our bug.
"""

from enum import StrEnum


class Problem(StrEnum):
    """Codes of what went wrong. Facts that travel beside each are named in its comment."""

    # the person
    WRONG_PASSPHRASE = "wrong-passphrase"  # noqa: S105 - a code  # tries_left
    THROTTLED = "throttled"  # seconds
    PASSPHRASE_TOO_WEAK = "passphrase-too-weak"  # noqa: S105 - a code
    FIELD_REFUSED = "field-refused"  # field, reason (problem code of sync.records)
    FIELD_REQUIRED = "field-required"  # field
    TEXT_TOO_LONG = "text-too-long"  # field, limit, length
    HETU_INVALID = "hetu-invalid"
    NO_PLACE = "no-place"
    NO_TOPIC = "no-topic"
    COMMENT_REQUIRED = "comment-required"
    NOTHING_TO_UNDO = "nothing-to-undo"
    ENROLMENT_UNREADABLE = "enrolment-unreadable"
    NO_SERVICE = "no-service"
    CONSENT_MISSING = "consent-missing"
    GLYPH_MISSING = "glyph-missing"  # char
    HETU_ON_PAPER = "hetu-on-paper"
    FILE_UNREADABLE = "file-unreadable"  # reason
    FILE_NOT_KNOWN = "file-not-known"
    WRONG_PIN = "wrong-pin"  # tries_left
    PIN_TOO_SIMPLE = "pin-too-simple"
    LEASE_WORDS_WRONG = "lease-words-wrong"
    RECOVERY_KEY_WRONG = "recovery-key-wrong"
    RECOVERY_UNREADABLE = "recovery-unreadable"
    ORDER_UNREADABLE = "order-unreadable"
    BACKUP_UNREADABLE = "backup-unreadable"  # reason
    ATTACHMENT_TOO_BIG = "attachment-too-big"  # limit (MB)
    ATTACHMENT_EMPTY = "attachment-empty"
    ATTACHMENT_TYPE = "attachment-type"
    ATTACHMENT_BROKEN = "attachment-broken"
    # rights
    NOT_ALLOWED = "not-allowed"  # kind, action
    OWN_WORK = "own-work"  # a reviewer is never the author
    # the notebook
    LOCKED = "locked"
    NOTEBOOK_IN_USE = "notebook-in-use"
    NOTEBOOK_TOO_NEW = "notebook-too-new"  # found, known
    NOTEBOOK_DAMAGED = "notebook-damaged"
    KEY_FILE_DAMAGED = "key-file-damaged"
    KEY_FILE_MISSING = "key-file-missing"
    KEY_FILE_TOO_NEW = "key-file-too-new"
    KEY_FILE_ROLLED_BACK = "key-file-rolled-back"
    AUDIT_BROKEN = "audit-broken"
    PIN_GONE = "pin-gone"  # run out, missed five times, or the computer was restarted
    PIN_UNAVAILABLE = "pin-unavailable"
    LEASE_RUN_OUT = "lease-run-out"
    LEASE_SUSPENDED = "lease-suspended"  # the clock says that it has run out, and may be wrong
    LEASE_MISSING = "lease-missing"
    NOTEBOOK_WIPED = "notebook-wiped"
    EXISTED_TWICE = "existed-twice"  # it goes on under keys of its own, once it is opened again
    UNSENT_LEFT = "unsent-left"  # count
    ATTACHMENT_NOT_HERE = "attachment-not-here"
    ATTACHMENT_DAMAGED = "attachment-damaged"
    NOT_FOUND = "not-found"
    PERSON_AWAY = "person-away"  # left this computer with time; the centre has the card
    NOT_SAME_TEAM = "not-same-team"
    GONE_MEANWHILE = "gone-meanwhile"  # the conflict was settled by somebody else meanwhile
    # the environment
    DISK_FULL = "disk-full"
    FOLDER_REFUSED = "folder-refused"
    NO_NETWORK = "no-network"
    CAPTIVE_PORTAL = "captive-portal"
    PROXY_REFUSED = "proxy-refused"
    MEMORY_SHORT = "memory-short"  # mebibytes
    # the other side
    WRONG_HUB = "wrong-hub"
    CODE_WRONG = "code-wrong"
    CODE_EXPIRED = "code-expired"
    CODE_USED = "code-used"
    CODE_LOCKED = "code-locked"
    HUB_BUSY = "hub-busy"
    HUB_REFUSED = "hub-refused"  # code
    LEASE_REFUSED = "lease-refused"
    WRITER_REVOKED = "writer-revoked"
    WRITER_UNKNOWN = "writer-unknown"  # the hub was restored from before this laptop came
    CLONED = "cloned"  # the hub has another commit of this notebook's: it exists twice
    # the pipe and our bugs
    PROCESS_DIED = "process-died"
    BUG = "bug"  # where (module:line), never values
