# SPDX-License-Identifier: MIT
"""What a round's trouble means, and why the centre holds something up: from stable codes to plain words.

Codes of rounds are the engine's: an error's class or a code of the wire, perhaps with a stream after it.
Codes of reasons are the hub's words for a quarantined save.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.marks import Mark


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happened, without a full stop; what comes or is to be done next, as sentences; a code to tell."""

    what: str
    now: str
    code: str = ""


def round_trouble(code: str) -> Trouble:
    """Return the words for what ended a round; an unknown code is named, so that the help desk can look."""
    word = code.partition(" ")[0]
    found = _NAMES.get(word, word)
    return _network().get(found) or _rights().get(found) or _books().get(found) or _unknown(word)


def why_held(mark: Mark, reason: str) -> str:
    """Return why a save is not simply delivered; an empty text for one that only waits for the network."""
    if mark is Mark.PARKED:
        return QCoreApplication.translate("Sync", "Made with a newer program")
    if reason == "went":
        return QCoreApplication.translate("Sync", "The person went to another team: the centre passes it on")
    if mark is not Mark.QUARANTINED:
        return ""
    words = {
        "forbidden": QCoreApplication.translate("Sync", "The role does not allow this"),
        "misplaced": QCoreApplication.translate("Sync", "Belongs to another unit"),
        "revoked": QCoreApplication.translate("Sync", "The author's right ended"),
        "signature": QCoreApplication.translate("Sync", "The signature is wrong"),
        "set-aside": QCoreApplication.translate("Sync", "The centre has another entry in its place"),
        "identity": QCoreApplication.translate("Sync", "The id is in use already"),
    }
    return words.get(reason) or QCoreApplication.translate("Sync", "The centre wants a check")


def what_next(mark: Mark) -> str:
    """Return what becomes of it, and whether anybody has to do anything."""
    match mark:
        case Mark.PARKED:
            return QCoreApplication.translate(
                "Sync", "It is saved, and goes on by itself once the centre has been updated."
            )
        case Mark.QUARANTINED:
            return QCoreApplication.translate(
                "Sync", "It is saved. A supervisor checks it; you need do nothing."
            )
        case Mark.PROVISIONAL:
            return QCoreApplication.translate(
                "Sync", "A colleague's entry on this laptop. It goes with yours."
            )
        case _:
            return QCoreApplication.translate("Sync", "It is saved here and goes when there is a network.")


_NAMES = {
    "HubFault": "HubBusy",
    "busy": "HubBusy",
    "internal": "HubBusy",
    "chain-fork": "Cloned",
    "stream-forbidden": "writer-revoked",
    "TooNew": "protocol-too-old",
}
"""Codes that mean the same to a person."""


def _by_itself() -> str:
    return QCoreApplication.translate("Sync", "It is tried again by itself.")


def _help_desk() -> str:
    return QCoreApplication.translate("Sync", "Nothing is lost. Contact the help desk.")


def _network() -> dict[str, Trouble]:
    return {
        "Unreachable": Trouble(QCoreApplication.translate("Sync", "The centre did not answer"), _by_itself()),
        "HubBusy": Trouble(QCoreApplication.translate("Sync", "The centre was busy"), _by_itself()),
        "CaptivePortal": Trouble(
            QCoreApplication.translate("Sync", "The network wants a sign-in"),
            QCoreApplication.translate("Sync", "Sign in with the web browser, or use your phone's network."),
        ),
        "WrongHub": Trouble(
            QCoreApplication.translate("Sync", "Another centre answered"),
            QCoreApplication.translate("Sync", "Nothing was sent to it. Contact the help desk."),
        ),
        "clock-skew": Trouble(
            QCoreApplication.translate("Sync", "This computer's clock is wrong"),
            QCoreApplication.translate("Sync", "Set the date and time, then try again."),
        ),
    }


def _rights() -> dict[str, Trouble]:
    return {
        "writer-revoked": Trouble(
            QCoreApplication.translate("Sync", "This computer is not accepted"),
            QCoreApplication.translate(
                "Sync", "Nothing is lost. Contact your supervisor: they check what was not sent."
            ),
        ),
        "unknown-writer": Trouble(
            QCoreApplication.translate("Sync", "The centre does not know this computer any more"),
            QCoreApplication.translate(
                "Sync",
                "It came back from an older copy. Nothing is lost: what you wrote is here, and goes once an "
                "administrator has confirmed you, or you have enrolled again with a new code.",
            ),
        ),
        "ColleagueUnknown": Trouble(
            QCoreApplication.translate("Sync", "The centre does not know a colleague yet"),
            QCoreApplication.translate(
                "Sync", "Their entries are kept here and go once an administrator has confirmed them."
            ),
        ),
        "hub-behind": Trouble(
            QCoreApplication.translate("Sync", "The centre has an older copy of its records"),
            QCoreApplication.translate(
                "Sync", "Nothing is lost: this laptop keeps what it has. Contact the help desk."
            ),
        ),
        "protocol-too-old": Trouble(
            QCoreApplication.translate("Sync", "This program is too old"),
            QCoreApplication.translate("Sync", "Nothing is lost. Update the program."),
        ),
        "protocol-too-new": Trouble(
            QCoreApplication.translate("Sync", "The centre is too old"),
            QCoreApplication.translate(
                "Sync", "Nothing is lost. News comes once the centre has been updated."
            ),
        ),
    }


def _books() -> dict[str, Trouble]:
    return {
        "Cloned": Trouble(QCoreApplication.translate("Sync", "The notebook exists twice"), _help_desk()),
        "StreamDiffers": Trouble(QCoreApplication.translate("Sync", "Records differ"), _help_desk()),
        "DiskFull": Trouble(
            QCoreApplication.translate("Sync", "The disk is full"),
            QCoreApplication.translate("Sync", "Free space, then try again."),
        ),
    }


def _unknown(code: str) -> Trouble:
    what = QCoreApplication.translate("Sync", "Sending stopped")
    now = QCoreApplication.translate(
        "Sync", "It is tried again by itself. Tell the help desk the code {code}."
    )
    return Trouble(what, now.format(code=code or "?"), code)
