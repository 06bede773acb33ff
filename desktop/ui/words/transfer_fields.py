# SPDX-License-Identifier: MIT
"""Words for the kinds and fields of what goes from one to another, and for the hub's own records about saves."""

from PySide6.QtCore import QCoreApplication


def transfer_kinds() -> dict[str, str]:
    """Return what these kinds of records are called."""
    return {
        "move": QCoreApplication.translate("Fields", "Move to another team"),
        "adopt": QCoreApplication.translate("Fields", "Came from another team"),
        "retract": QCoreApplication.translate("Fields", "Went to another team"),
        "ruling": QCoreApplication.translate("Fields", "Decision on a held back save"),
        "handover": QCoreApplication.translate("Fields", "Hand-over seen"),
        "settle_request": QCoreApplication.translate("Fields", "Question about two values"),
        "notice": QCoreApplication.translate("Fields", "Notice"),
        "seen": QCoreApplication.translate("Fields", "Notice seen"),
        "quarantine": QCoreApplication.translate("Fields", "Save held back"),
        "release": QCoreApplication.translate("Fields", "Held back save decided"),
        "attachment": QCoreApplication.translate("Fields", "File"),
        "service_mark": QCoreApplication.translate("Fields", "Mark on a service"),
    }


def transfer_labels(kind: str) -> dict[str, str]:
    """Return what the fields of one of these kinds are called; nothing for another kind."""
    match kind:
        case "move" | "adopt" | "retract":
            return {
                "to": QCoreApplication.translate("Fields", "To the team"),
                "from": QCoreApplication.translate("Fields", "From the team"),
                "reason": QCoreApplication.translate("Fields", "Reason"),
                "by": QCoreApplication.translate("Fields", "By"),
            }
        case "ruling" | "notice":
            return {
                "ruling": QCoreApplication.translate("Fields", "Decision"),
                "what": QCoreApplication.translate("Fields", "What"),
                "reason": QCoreApplication.translate("Fields", "Reason"),
                "comment": QCoreApplication.translate("Fields", "Comment"),
                "team": QCoreApplication.translate("Fields", "Team"),
                "by": QCoreApplication.translate("Fields", "By"),
            }
        case "handover" | "settle_request":
            return {
                "by": QCoreApplication.translate("Fields", "By"),
                "to": QCoreApplication.translate("Fields", "To whom"),
                "until": QCoreApplication.translate("Fields", "Until"),
                "field": QCoreApplication.translate("Fields", "Field"),
            }
        case _:
            return {}
