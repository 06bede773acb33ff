# SPDX-License-Identifier: MIT
"""Labels of the fields round a referral: the referral itself, its consent, its follow-up, a hand-out."""

from PySide6.QtCore import QCoreApplication


def referral_labels(kind: str) -> dict[str, str]:
    """Return what the fields of a referral, a consent, a task, a hand-out or a note on a service are called."""
    shared = {
        "service": QCoreApplication.translate("Fields", "Service"),
        "name": QCoreApplication.translate("Fields", "Service"),
        "language": QCoreApplication.translate("Fields", "Language"),
    }
    match kind:
        case "referral" | "visit_referral":
            return shared | _referral()
        case "consent":
            return shared | _consent()
        case "task":
            return shared | _task()
        case "handout":
            return shared | {"way": QCoreApplication.translate("Fields", "Given as")}
        case _:
            return shared


def _referral() -> dict[str, str]:
    return {
        "organisation": QCoreApplication.translate("Fields", "Organisation"),
        "kind": QCoreApplication.translate("Fields", "Way"),
        "urgency": QCoreApplication.translate("Fields", "Urgency"),
        "state": QCoreApplication.translate("Fields", "State"),
        "consent": QCoreApplication.translate("Fields", "Consent"),
        "text": QCoreApplication.translate("Fields", "Told to the service"),
        "feedback": QCoreApplication.translate("Fields", "Heard back"),
    }


def _consent() -> dict[str, str]:
    return {
        "purpose": QCoreApplication.translate("Fields", "Consent to"),
        "receiver": QCoreApplication.translate("Fields", "Receiver"),
        "scope": QCoreApplication.translate("Fields", "What is told"),
        "given_how": QCoreApplication.translate("Fields", "Given how"),
        "text_version": QCoreApplication.translate("Fields", "Version of the text"),
        "withdrawn": QCoreApplication.translate("Fields", "Taken back"),
    }


def _task() -> dict[str, str]:
    return {
        "due": QCoreApplication.translate("Fields", "Due"),
        "owner": QCoreApplication.translate("Fields", "Whose"),
        "about": QCoreApplication.translate("Fields", "About"),
        "done": QCoreApplication.translate("Fields", "Done"),
    }
