# SPDX-License-Identifier: MIT
"""The access log's words for people: operations, groups of them, kinds, reasons and details.

What a newer program has written is shown as it is.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.access_log import LogRow
from desktop.ui.log import groups
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.fields import field_label, kind_label

_ID_START: Final = 8
_PART: Final = 4


def group_words(group: str) -> str:
    """Return what a group of operations is called."""
    words = {
        groups.EVERY: QCoreApplication.translate("Log", "Everything"),
        groups.SEEN: QCoreApplication.translate("Log", "Seen"),
        groups.SEARCHED: QCoreApplication.translate("Log", "Searched"),
        groups.REVEALED: QCoreApplication.translate("Log", "Hidden detail shown"),
        groups.GIVEN_OUT: QCoreApplication.translate("Log", "Given out"),
        groups.CHANGED: QCoreApplication.translate("Log", "Changed"),
        groups.OPENED: QCoreApplication.translate("Log", "Opened and locked"),
        groups.FAILED: QCoreApplication.translate("Log", "Failed, broken, put back"),
        groups.CARRIED: QCoreApplication.translate("Log", "Sent and received"),
    }
    return words[group]


def operation_words(operation: str) -> str:
    """Return what was done, as one or two words."""
    words = {
        "READ": QCoreApplication.translate("Log", "Opened to read"),
        "LIST": QCoreApplication.translate("Log", "Saw a list"),
        "SEARCH": QCoreApplication.translate("Log", "Searched"),
        "REVEAL": QCoreApplication.translate("Log", "Showed a hidden detail"),
        "PRINT": QCoreApplication.translate("Log", "Printed"),
        "DISCLOSE": QCoreApplication.translate("Log", "Disclosed"),
        "EXPORT": QCoreApplication.translate("Log", "Wrote to a file"),
        "SYNC": QCoreApplication.translate("Log", "Sent and received"),
        "BUNDLE_OUT": QCoreApplication.translate("Log", "Took onto a stick"),
        "BACKUP": QCoreApplication.translate("Log", "Made a backup"),
        "CREATE": QCoreApplication.translate("Log", "Added"),
        "IMPORT": QCoreApplication.translate("Log", "Read a file of services"),
        "BUNDLE_IN": QCoreApplication.translate("Log", "Took in a colleague's entries"),
        "RESTORE": QCoreApplication.translate("Log", "Older notebook put back"),
        "UPDATE": QCoreApplication.translate("Log", "Changed"),
        "DELETE": QCoreApplication.translate("Log", "Removed"),
        "UNLOCK": QCoreApplication.translate("Log", "Opened the notebook"),
        "UNLOCK_FAILED": QCoreApplication.translate("Log", "Wrong passphrases"),
        "LOCK": QCoreApplication.translate("Log", "Locked the notebook"),
        "LEAVE": QCoreApplication.translate("Log", "Took the notebook off the laptop"),
        "RENEW": QCoreApplication.translate("Log", "Renewed the permit"),
        "CHECK_FAILED": QCoreApplication.translate("Log", "Notebook is damaged"),
    }
    return words.get(operation, operation)


def target_kind_words(kind: str) -> str:
    """Return what sort of thing it was done to."""
    words = {
        "notebook": QCoreApplication.translate("Log", "Notebook"),
        "audit": QCoreApplication.translate("Log", "Access log"),
        "passphrase": QCoreApplication.translate("Log", "Passphrase"),
        "pin": QCoreApplication.translate("Log", "PIN"),
        "lease": QCoreApplication.translate("Log", "Permit"),
        "attachment": QCoreApplication.translate("Log", "Attachment"),
    }
    return words.get(kind) or kind_label(kind)


def reason_words(reason: str) -> str:
    """Return the preset reason, or how it came about."""
    words = {
        "card": QCoreApplication.translate("Log", "on the card"),
        "opened": QCoreApplication.translate("Log", "from another page"),
        "search": QCoreApplication.translate("Log", "from a search"),
        "recent": QCoreApplication.translate("Log", "last opened"),
        "due": QCoreApplication.translate("Log", "due today"),
        "duplicate": QCoreApplication.translate("Log", "looking for the same person"),
        "refresh": QCoreApplication.translate("Log", "the open card, anew"),
        "saved": QCoreApplication.translate("Log", "after saving"),
        "linked": QCoreApplication.translate("Log", "after linking a visit"),
        "form": QCoreApplication.translate("Log", "in the form"),
        "hetu": QCoreApplication.translate("Log", "by identity code"),
        "review": QCoreApplication.translate("Log", "review"),
        "two-values": QCoreApplication.translate("Log", "two values"),
        "field-history": QCoreApplication.translate("Log", "history of a field"),
        "fetched-again": QCoreApplication.translate("Log", "fetched from the centre again"),
        "past": QCoreApplication.translate("Log", "earlier history, from the centre"),
        "held": QCoreApplication.translate("Log", "held back"),
        "merge": QCoreApplication.translate("Log", "two cards side by side"),
        "merged": QCoreApplication.translate("Log", "merged cards"),
        "services": QCoreApplication.translate("Log", "services of a person"),
        "hints": QCoreApplication.translate("Log", "hints about a person"),
        "referral": QCoreApplication.translate("Log", "referral"),
        "handout": QCoreApplication.translate("Log", "hand-out"),
        "attachments": QCoreApplication.translate("Log", "attachments of a person"),
        "open": QCoreApplication.translate("Log", "looked at"),
        "copy": QCoreApplication.translate("Log", "readable copy"),
        "log": QCoreApplication.translate("Log", "by an auditor"),
        "catalogue": QCoreApplication.translate("Log", "service directory"),
        "outbox": QCoreApplication.translate("Log", "from this laptop's outbox"),
        "sync": QCoreApplication.translate("Log", "round with the centre"),
        **_path_reasons(),
        **_notebook_reasons(),
    }
    return words.get(reason, reason)


def _path_reasons() -> dict[str, str]:
    """Return the reasons round a person's path and the stand."""
    return {
        "plan": QCoreApplication.translate("Log", "path of a person"),
        "plan-paper": QCoreApplication.translate("Log", "the client's copy of the plan"),
        "follow-up": QCoreApplication.translate("Log", "follow-up"),
        "appointments": QCoreApplication.translate("Log", "appointments of a person"),
        "calendar": QCoreApplication.translate("Log", "calendar file"),
        "leads": QCoreApplication.translate("Log", "permissions to contact"),
    }


def _notebook_reasons() -> dict[str, str]:
    """Return the reasons that belong to the notebook itself."""
    return {
        "unlock": QCoreApplication.translate("Log", "by passphrase"),
        "pin": QCoreApplication.translate("Log", "by PIN"),
        "enrol": QCoreApplication.translate("Log", "on joining"),
        "recovery": QCoreApplication.translate("Log", "by the city's recovery key"),
        "lease": QCoreApplication.translate("Log", "with a permit from the centre"),
        "help-desk": QCoreApplication.translate("Log", "with a permit that was read out"),
        "backup": QCoreApplication.translate("Log", "from a backup"),
        "older-copy": QCoreApplication.translate("Log", "an older copy of the folder"),
        "differed": QCoreApplication.translate("Log", "records differed from the centre's and were mended"),
        "differs-still": QCoreApplication.translate("Log", "records differ from the centre's"),
        "own": QCoreApplication.translate("Log", "own wish"),
        "stick": QCoreApplication.translate("Log", "to a stick"),
        "daily": QCoreApplication.translate("Log", "by itself, daily"),
        "first": QCoreApplication.translate("Log", "for the first time"),
        "contact": QCoreApplication.translate("Log", "at a contact with the centre"),
        "asked": QCoreApplication.translate("Log", "by the person"),
        "closed": QCoreApplication.translate("Log", "the window was closed"),
        "ordered": QCoreApplication.translate("Log", "ordered by the centre"),
        "failed": QCoreApplication.translate("Log", "opening failed"),
        "left": QCoreApplication.translate("Log", "left the laptop"),
        "revoke": QCoreApplication.translate("Log", "revoked by the centre"),
        "revoked": QCoreApplication.translate("Log", "revoked by the centre"),
        "wipe": QCoreApplication.translate("Log", "wiped by the centre"),
        "succession": QCoreApplication.translate("Log", "goes on as the heir of a copied notebook"),
        "audit-chain": QCoreApplication.translate("Log", "access log changed"),
        "commit-chain": QCoreApplication.translate("Log", "own entries changed"),
        "fold": QCoreApplication.translate("Log", "what is shown was changed"),
        "page": QCoreApplication.translate("Log", "file damaged"),
    }


def detail_words(name: str) -> str:
    """Return what a detail of an event is called."""
    words = {
        "rows": QCoreApplication.translate("Log", "Rows"),
        "field": QCoreApplication.translate("Log", "Field"),
        "sent": QCoreApplication.translate("Log", "Sent"),
        "received": QCoreApplication.translate("Log", "Received"),
        "commits": QCoreApplication.translate("Log", "Entries"),
        "count": QCoreApplication.translate("Log", "Times"),
        "damaged": QCoreApplication.translate("Log", "Counter damaged"),
        "service": QCoreApplication.translate("Log", "Service"),
        "referral": QCoreApplication.translate("Log", "Referral"),
        "of_staff": QCoreApplication.translate("Log", "Asked for: staff"),
        "of_operation": QCoreApplication.translate("Log", "Asked for: what"),
        "of_target": QCoreApplication.translate("Log", "Asked for: record"),
    }
    return words.get(name, name)


def detail_value(row: LogRow, name: str, value: str | int, codes: CodeWords) -> str:
    """Return a detail's value: a field by its label, several operations by their words, an id shortened."""
    text = str(value)
    if name == "field":
        return field_label(row.kind, text, codes)
    if name == "of_operation":
        return ", ".join(operation_words(one) for one in text.split(","))
    return short_id(text) if name in {"service", "referral", "of_target"} else text


def short_id(record: str) -> str:
    """Return the beginning of a record's id, enough to tell two apart in a list."""
    return record[:_ID_START]


def spaced_id(record: str) -> str:
    """Return a record's id in groups of four, so that it breaks into lines and can be read out."""
    return " ".join(record[at : at + _PART] for at in range(0, len(record), _PART))


def who_words(name: str, staff: str) -> str:
    """Return who it was: a name, else the id, else that nobody is named."""
    return name or staff or QCoreApplication.translate("Log", "Nobody named")
