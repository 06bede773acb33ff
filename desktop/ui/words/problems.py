# SPDX-License-Identifier: MIT
"""From a problem's code to what a person reads: what happened, whether the data is safe, what to do now."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.words.laptop_problems import laptop_problems


@dataclass(frozen=True, slots=True)
class Telling:
    """The three parts of a problem's sentence, in the language in force; ``now`` tells the next step."""

    happened: str
    safe: str
    now: str


class _Facts(dict[str, str | int | bool]):
    """Facts of a report; one that did not come is written as dots rather than breaking the sentence."""

    def __missing__(self, _key: str) -> str:
        return "..."


def telling(report: ProblemReport) -> Telling:
    """Return the three parts for this report, its facts filled in."""
    table = _person() | _services() | _rights() | _notebook() | _surroundings() | _laptop()
    found = table[report.problem]
    facts = _Facts(report.facts)
    return Telling(*(part.format_map(facts) for part in (found.happened, found.safe, found.now)))


def sentence(report: ProblemReport) -> str:
    """Return all three parts, as a notice or an error beside a field shows them."""
    told = telling(report)
    return " ".join(part for part in (told.happened, told.safe, told.now) if part)


def what_now(report: ProblemReport) -> str:
    """Return only the next step, where room is short."""
    return telling(report).now


def _laptop() -> dict[Problem, Telling]:
    return {problem: Telling(*parts) for problem, parts in laptop_problems().items()}


def _kept() -> str:
    return QCoreApplication.translate("Problems", "What you typed is still on the screen.")


def _stored() -> str:
    return QCoreApplication.translate("Problems", "Everything is saved on this computer.")


def _unchanged() -> str:
    return QCoreApplication.translate("Problems", "Nothing was changed.")


def _help() -> str:
    return QCoreApplication.translate("Problems", "Contact the help desk.")


def _new_code() -> str:
    return QCoreApplication.translate("Problems", "Ask your supervisor for a new code.")


def _person() -> dict[Problem, Telling]:
    return {
        Problem.WRONG_PASSPHRASE: Telling(
            QCoreApplication.translate("Problems", "The passphrase does not match."),
            QCoreApplication.translate("Problems", "Your data is safe."),
            QCoreApplication.translate("Problems", "Check Caps Lock and try again."),
        ),
        Problem.THROTTLED: Telling(
            QCoreApplication.translate("Problems", "Too many wrong passphrases in a row."),
            QCoreApplication.translate("Problems", "Your data is safe."),
            QCoreApplication.translate("Problems", "Try again in {seconds} s."),
        ),
        Problem.PASSPHRASE_TOO_WEAK: Telling(
            QCoreApplication.translate("Problems", "The passphrase is too easy to guess."),
            _unchanged(),
            QCoreApplication.translate("Problems", "Use five words or at least 14 characters."),
        ),
        Problem.FIELD_REFUSED: Telling(
            QCoreApplication.translate("Problems", "One of the fields has a value that cannot be saved."),
            _kept(),
            QCoreApplication.translate("Problems", "Correct it and save again."),
        ),
        Problem.FIELD_REQUIRED: Telling(
            QCoreApplication.translate("Problems", "A field that is needed is empty."),
            _kept(),
            QCoreApplication.translate("Problems", "Fill it in and save again."),
        ),
        Problem.TEXT_TOO_LONG: Telling(
            QCoreApplication.translate("Problems", "The text is too long: at most {limit} characters fit."),
            _kept(),
            QCoreApplication.translate("Problems", "Shorten it and save again."),
        ),
        Problem.HETU_INVALID: Telling(
            QCoreApplication.translate("Problems", "The personal identity code is not a valid one."),
            _kept(),
            QCoreApplication.translate("Problems", "Check it, or leave it empty for now."),
        ),
        Problem.NO_PLACE: Telling(
            QCoreApplication.translate("Problems", "The point has no place yet."),
            _kept(),
            QCoreApplication.translate("Problems", "Choose a place or type one."),
        ),
        Problem.NO_TOPIC: Telling(
            QCoreApplication.translate("Problems", "The visit has no topic yet."),
            _kept(),
            QCoreApplication.translate("Problems", "Choose at least one topic."),
        ),
        Problem.COMMENT_REQUIRED: Telling(
            QCoreApplication.translate("Problems", "A comment is needed here."),
            _kept(),
            QCoreApplication.translate("Problems", "Write briefly what should be added or corrected."),
        ),
        Problem.NOTHING_TO_UNDO: Telling(
            QCoreApplication.translate(
                "Problems", "There is nothing left to undo: newer changes stand there."
            ),
            _unchanged(),
            QCoreApplication.translate("Problems", "Correct the record itself if you need to."),
        ),
        Problem.ENROLMENT_UNREADABLE: Telling(
            QCoreApplication.translate("Problems", "The invitation could not be read."),
            _unchanged(),
            QCoreApplication.translate("Problems", "Check what you typed, or ask for a new invitation file."),
        ),
    }


def _services() -> dict[Problem, Telling]:
    return {
        Problem.NO_SERVICE: Telling(
            QCoreApplication.translate("Problems", "No service is chosen."),
            _kept(),
            QCoreApplication.translate("Problems", "Choose at least one."),
        ),
        Problem.CONSENT_MISSING: Telling(
            QCoreApplication.translate(
                "Problems", "This service needs the client's consent before data leaves."
            ),
            _kept(),
            QCoreApplication.translate("Problems", "Read the text with the client, or choose another way."),
        ),
        Problem.GLYPH_MISSING: Telling(
            QCoreApplication.translate("Problems", "The paper has no letter for {char}."),
            _kept(),
            QCoreApplication.translate("Problems", "Write it in another way."),
        ),
        Problem.HETU_ON_PAPER: Telling(
            QCoreApplication.translate("Problems", "A personal identity code is never printed."),
            _kept(),
            QCoreApplication.translate("Problems", "Remove it from your words."),
        ),
        Problem.FILE_UNREADABLE: Telling(
            QCoreApplication.translate("Problems", "The file could not be read: {reason}."),
            QCoreApplication.translate("Problems", "The catalogue is as it was."),
            QCoreApplication.translate("Problems", "Ask for the file again."),
        ),
        Problem.FILE_NOT_KNOWN: Telling(
            QCoreApplication.translate("Problems", "The file is of no service directory that is known here."),
            QCoreApplication.translate("Problems", "The catalogue is as it was."),
            QCoreApplication.translate("Problems", "Choose where it comes from, or another file."),
        ),
    }


def _rights() -> dict[Problem, Telling]:
    return {
        Problem.NOT_ALLOWED: Telling(
            QCoreApplication.translate("Problems", "Your role does not have the right to do this."),
            _kept(),
            QCoreApplication.translate("Problems", "Ask your supervisor for the right, or to do it for you."),
        ),
        Problem.OWN_WORK: Telling(
            QCoreApplication.translate("Problems", "You wrote this yourself, so somebody else reviews it."),
            _unchanged(),
            QCoreApplication.translate("Problems", "Leave it in the queue for another reviewer."),
        ),
        Problem.WRITER_REVOKED: Telling(
            QCoreApplication.translate("Problems", "This computer's right to send has been withdrawn."),
            _stored(),
            QCoreApplication.translate(
                "Problems", "Contact your supervisor: they will check what was not sent."
            ),
        ),
    }


def _notebook() -> dict[Problem, Telling]:
    return {
        Problem.LOCKED: Telling(
            QCoreApplication.translate("Problems", "The notebook is locked."),
            _stored(),
            QCoreApplication.translate("Problems", "Open it with your passphrase and go on."),
        ),
        Problem.NOTEBOOK_IN_USE: Telling(
            QCoreApplication.translate("Problems", "This notebook is open in another window."),
            _unchanged(),
            QCoreApplication.translate("Problems", "Close the other window and try again."),
        ),
        Problem.NOTEBOOK_TOO_NEW: Telling(
            QCoreApplication.translate("Problems", "This notebook was made by a newer version."),
            _unchanged(),
            QCoreApplication.translate("Problems", "Update the program."),
        ),
        Problem.NOTEBOOK_DAMAGED: Telling(
            QCoreApplication.translate("Problems", "The notebook's file is damaged and was not opened."),
            QCoreApplication.translate(
                "Problems", "What was sent is safe at the centre. The file was left as it is."
            ),
            QCoreApplication.translate("Problems", "Do not delete anything. Contact the help desk."),
        ),
        Problem.KEY_FILE_DAMAGED: Telling(
            QCoreApplication.translate("Problems", "The notebook's key file is damaged."),
            QCoreApplication.translate("Problems", "The notebook itself was not touched."),
            QCoreApplication.translate("Problems", "Do not delete anything. Contact the help desk."),
        ),
        Problem.KEY_FILE_MISSING: Telling(
            QCoreApplication.translate("Problems", "The notebook's key file is missing."),
            QCoreApplication.translate("Problems", "The notebook itself was not touched."),
            QCoreApplication.translate("Problems", "Do not delete anything. Contact the help desk."),
        ),
        Problem.KEY_FILE_TOO_NEW: Telling(
            QCoreApplication.translate("Problems", "The notebook's key file was made by a newer version."),
            _unchanged(),
            QCoreApplication.translate("Problems", "Update the program."),
        ),
        Problem.KEY_FILE_ROLLED_BACK: Telling(
            QCoreApplication.translate(
                "Problems", "The key file is older than the notebook: it was put back from a copy."
            ),
            _unchanged(),
            _help(),
        ),
        Problem.AUDIT_BROKEN: Telling(
            QCoreApplication.translate("Problems", "The log of who read what is not whole."),
            _stored(),
            QCoreApplication.translate("Problems", "Contact the help desk before you go on."),
        ),
        Problem.NOT_FOUND: Telling(
            QCoreApplication.translate("Problems", "This is no longer in the notebook."),
            _unchanged(),
            QCoreApplication.translate("Problems", "Go back to the list and open it again."),
        ),
        Problem.PERSON_AWAY: Telling(
            QCoreApplication.translate("Problems", "This card has left the computer to keep little on it."),
            QCoreApplication.translate("Problems", "The centre has it."),
            QCoreApplication.translate("Problems", "Open it on the page People and fetch it."),
        ),
        Problem.NOT_SAME_TEAM: Telling(
            QCoreApplication.translate("Problems", "The two cards are in different teams."),
            _unchanged(),
            QCoreApplication.translate("Problems", "Move one of the people to the other team first."),
        ),
        Problem.GONE_MEANWHILE: Telling(
            QCoreApplication.translate("Problems", "Somebody else did this meanwhile."),
            QCoreApplication.translate("Problems", "Nothing was lost."),
            QCoreApplication.translate("Problems", "See what is shown now."),
        ),
        Problem.PROCESS_DIED: Telling(
            QCoreApplication.translate("Problems", "The notebook stopped and was locked."),
            QCoreApplication.translate("Problems", "Everything that was saved is safe on this computer."),
            QCoreApplication.translate("Problems", "Open it again with your passphrase."),
        ),
        Problem.BUG: Telling(
            QCoreApplication.translate("Problems", "The program made a mistake ({where})."),
            QCoreApplication.translate("Problems", "What was saved before is safe on this computer."),
            QCoreApplication.translate("Problems", "Try again. If it happens again, tell the help desk."),
        ),
    }


def _surroundings() -> dict[Problem, Telling]:
    return {
        Problem.DISK_FULL: Telling(
            QCoreApplication.translate("Problems", "The disk is full, this was not saved."),
            QCoreApplication.translate("Problems", "Earlier entries are safe, your text is still on screen."),
            QCoreApplication.translate("Problems", "Free space and save."),
        ),
        Problem.FOLDER_REFUSED: Telling(
            QCoreApplication.translate("Problems", "The notebook may not lie in this folder."),
            _unchanged(),
            QCoreApplication.translate(
                "Problems", "Contact the help desk: it belongs on this computer's own disk."
            ),
        ),
        Problem.MEMORY_SHORT: Telling(
            QCoreApplication.translate(
                "Problems", "The computer is short of memory for opening the notebook."
            ),
            QCoreApplication.translate("Problems", "Your data is safe."),
            QCoreApplication.translate("Problems", "Close other programs and try again."),
        ),
        Problem.NO_NETWORK: Telling(
            QCoreApplication.translate("Problems", "The network dropped."),
            _stored(),
            QCoreApplication.translate("Problems", "Sending resumes by itself."),
        ),
        Problem.CAPTIVE_PORTAL: Telling(
            QCoreApplication.translate(
                "Problems", "This network asks for a sign-in before it lets anything through."
            ),
            _stored(),
            QCoreApplication.translate(
                "Problems", "Sign in with the web browser, or use your phone's network."
            ),
        ),
        Problem.PROXY_REFUSED: Telling(
            QCoreApplication.translate(
                "Problems", "The proxy of this network does not let the notebook through."
            ),
            _stored(),
            QCoreApplication.translate(
                "Problems", "Choose another way in the settings, or use your phone's network."
            ),
        ),
        Problem.WRONG_HUB: Telling(
            QCoreApplication.translate("Problems", "Another centre answered than the one expected."),
            QCoreApplication.translate("Problems", "Nothing was sent to it."),
            QCoreApplication.translate(
                "Problems", "Check the address and the fingerprint, or contact the help desk."
            ),
        ),
        Problem.CODE_WRONG: Telling(
            QCoreApplication.translate("Problems", "The centre does not know this code."),
            _unchanged(),
            QCoreApplication.translate("Problems", "Check the code letter by letter."),
        ),
        Problem.CODE_EXPIRED: Telling(
            QCoreApplication.translate("Problems", "The code has expired."), _unchanged(), _new_code()
        ),
        Problem.CODE_USED: Telling(
            QCoreApplication.translate("Problems", "The code has been used already."),
            _unchanged(),
            _new_code(),
        ),
        Problem.CODE_LOCKED: Telling(
            QCoreApplication.translate("Problems", "The code was tried wrong too many times and is locked."),
            _unchanged(),
            _new_code(),
        ),
        Problem.HUB_BUSY: Telling(
            QCoreApplication.translate("Problems", "The centre cannot answer just now."),
            _stored(),
            QCoreApplication.translate("Problems", "Go on working and try again later."),
        ),
        Problem.HUB_REFUSED: Telling(
            QCoreApplication.translate("Problems", "The centre did not accept this ({code})."),
            _stored(),
            QCoreApplication.translate("Problems", "Tell the help desk the word in brackets."),
        ),
        Problem.WRITER_UNKNOWN: Telling(
            QCoreApplication.translate("Problems", "The centre does not know this computer."),
            _stored(),
            QCoreApplication.translate(
                "Problems", "Enrol again on the Sync page. What you wrote comes along."
            ),
        ),
        Problem.CLONED: Telling(
            QCoreApplication.translate("Problems", "This notebook is in use as two copies."),
            _stored(),
            QCoreApplication.translate("Problems", "Stop using the other copy and contact the help desk."),
        ),
    }
