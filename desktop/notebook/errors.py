# SPDX-License-Identifier: MIT
"""Why the notebook does not do what was asked, each with the code that the window has words for.

::

    NotebookError                 (never raised itself)
    ├── InputRefused              the person: something is missing or can't be
    │   ├── NoPlace               a session needs a place
    │   ├── NoTopic               a walk-in needs one topic
    │   ├── CommentRequired       a return or a question needs a comment
    │   ├── FieldRefused          field, reason
    │   ├── TextTooLong           field, limit, length
    │   ├── HetuInvalid
    │   ├── InvitationUnreadable  the enrolment file or code is none
    │   ├── NoService             a referral or a paper needs a service
    │   ├── ConsentMissing        data would leave without the client's consent
    │   ├── FileUnreadable        reason: a catalogue file that can't be read
    │   ├── RecoveryUnreadable    no answer to a recovery request, or no folder for one
    │   ├── FileNotKnown          a file of no known service directory
    │   ├── AttachmentTooBig      limit (MB)
    │   ├── AttachmentEmpty
    │   ├── AttachmentType        neither JPEG, PNG, PDF nor plain text
    │   └── AttachmentBroken      begins as one of these and is none
    │   ├── OrderUnreadable      no order of a hub that is known here
    ├── ActionRefused             rights and state
    │   ├── NotAllowed            kind, action
    │   ├── WriterRevoked         the hub has closed this notebook
    │   ├── NotebookWiped         it is being destroyed
    │   ├── UnsentLeft            count: leaving would lose what is neither sent nor sealed
    │   ├── OwnWork               a reviewer is never the author
    │   ├── NothingToUndo
    │   ├── NotFound              no such record here (or not for these eyes)
    │   │   └── PersonAway        the card left this laptop with time; it can be fetched
    │   ├── NotSameTeam           two cards of two teams can't be merged
    │   ├── GoneMeanwhile         somebody else settled it first
    │   ├── AttachmentNotHere     the file itself is not on this laptop yet
    │   └── AttachmentDamaged     the file on this laptop does not open
    ├── HubRefused                code: the round that had to come first did not go well
    ├── ExistsTwice               the hub has another commit of this notebook's
    ├── PinUnavailable            this computer has no place that forgets at a restart
    ├── HintsDamaged              what: the shipped rules of hints are not what they were
    └── AuditBroken               the audit chain on this laptop does not hold: somebody changed the file
"""

from typing import ClassVar

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem


class NotebookError(Exception):
    """Root of the tree. ``facts`` hold names of fields and numbers, never personal data."""

    problem: ClassVar[Problem] = Problem.BUG

    def __init__(self, **facts: str | int | bool) -> None:
        """Keep the facts."""
        super().__init__(self.problem.value)
        self.facts = facts

    def report(self) -> ProblemReport:
        """Return what goes over the pipe."""
        return ProblemReport(self.problem, self.facts)


class InputRefused(NotebookError):
    """The person's input can't be taken as it is."""


class NoPlace(InputRefused):
    """A session needs a place."""

    problem = Problem.NO_PLACE


class NoTopic(InputRefused):
    """A walk-in needs at least one topic."""

    problem = Problem.NO_TOPIC


class CommentRequired(InputRefused):
    """A return or a question needs a comment."""

    problem = Problem.COMMENT_REQUIRED


class FieldRefused(InputRefused):
    """A value does not fit its field: facts ``field``, ``reason``."""

    problem = Problem.FIELD_REFUSED


class FieldRequired(InputRefused):
    """A field that must be there is not: fact ``field``."""

    problem = Problem.FIELD_REQUIRED


class TextTooLong(InputRefused):
    """A text is longer than its field: facts ``field``, ``limit``, ``length``."""

    problem = Problem.TEXT_TOO_LONG


class HetuInvalid(InputRefused):
    """The personal identity code is none."""

    problem = Problem.HETU_INVALID


class InvitationUnreadable(InputRefused):
    """The enrolment file or the typed code is none."""

    problem = Problem.ENROLMENT_UNREADABLE


class NoService(InputRefused):
    """A referral or a paper needs at least one service."""

    problem = Problem.NO_SERVICE


class ConsentMissing(InputRefused):
    """The service asks for the client's consent before their data goes there."""

    problem = Problem.CONSENT_MISSING


class FileUnreadable(InputRefused):
    """A catalogue file can't be read: fact ``reason``."""

    problem = Problem.FILE_UNREADABLE


class RecoveryUnreadable(InputRefused):
    """The file is no answer to a recovery request, or the folder for a request is gone."""

    problem = Problem.RECOVERY_UNREADABLE


class FileNotKnown(InputRefused):
    """A catalogue file is of no known service directory."""

    problem = Problem.FILE_NOT_KNOWN


class AttachmentTooBig(InputRefused):
    """A file is larger than what is kept: fact ``limit`` in MB."""

    problem = Problem.ATTACHMENT_TOO_BIG


class AttachmentEmpty(InputRefused):
    """A file with nothing in it."""

    problem = Problem.ATTACHMENT_EMPTY


class AttachmentType(InputRefused):
    """A file that is neither a JPEG, a PNG, a PDF nor plain text, whatever it is called."""

    problem = Problem.ATTACHMENT_TYPE


class AttachmentBroken(InputRefused):
    """A file that begins as one of the kinds taken and is none, or a picture of too many pixels."""

    problem = Problem.ATTACHMENT_BROKEN


class OrderUnreadable(InputRefused):
    """A file that is no order, or none of the hub that a notebook here belongs to."""

    problem = Problem.ORDER_UNREADABLE


class ActionRefused(NotebookError):
    """The action is not possible here and now."""


class NotAllowed(ActionRefused):
    """The role does not allow it: facts ``kind``, ``action``."""

    problem = Problem.NOT_ALLOWED


class OwnWork(ActionRefused):
    """A reviewer is never an author of what is reviewed."""

    problem = Problem.OWN_WORK


class NothingToUndo(ActionRefused):
    """The save is undone already, or everything in it was overwritten."""

    problem = Problem.NOTHING_TO_UNDO


class NotFound(ActionRefused):
    """No such record on this laptop, or not for these eyes."""

    problem = Problem.NOT_FOUND


class PersonAway(NotFound):
    """The person's card left this laptop with time, and the hub has it."""

    problem = Problem.PERSON_AWAY


class NotSameTeam(ActionRefused):
    """Two cards of two teams can't be merged: whoever reads one would read of the other."""

    problem = Problem.NOT_SAME_TEAM


class GoneMeanwhile(ActionRefused):
    """Somebody else settled it first."""

    problem = Problem.GONE_MEANWHILE


class AttachmentNotHere(ActionRefused):
    """The file itself is not on this laptop yet; it is fetched first."""

    problem = Problem.ATTACHMENT_NOT_HERE


class AttachmentDamaged(ActionRefused):
    """The file on this laptop does not open."""

    problem = Problem.ATTACHMENT_DAMAGED


class WriterRevoked(ActionRefused):
    """The hub has closed this notebook; it opens no more."""

    problem = Problem.WRITER_REVOKED


class NotebookWiped(ActionRefused):
    """This notebook is being destroyed."""

    problem = Problem.NOTEBOOK_WIPED


class UnsentLeft(ActionRefused):
    """Something is neither sent nor sealed for the hub: fact ``count``."""

    problem = Problem.UNSENT_LEFT


class HintsDamaged(NotebookError):
    """The shipped rules of hints are missing or not what they were: facts ``what``, ``rule``."""


class AuditBroken(NotebookError):
    """The audit chain does not hold."""

    problem = Problem.AUDIT_BROKEN


class PinUnavailable(NotebookError):
    """This computer has no place that keeps half of a PIN's box and forgets it at a restart."""

    problem = Problem.PIN_UNAVAILABLE


class HubRefused(NotebookError):
    """The round that must come before the first page did not go well: fact ``code``, of the wire or of the engine."""

    problem = Problem.HUB_REFUSED


class ExistsTwice(NotebookError):
    """The hub has another commit with one of this notebook's numbers: somebody copied or restored it elsewhere."""

    problem = Problem.CLONED
