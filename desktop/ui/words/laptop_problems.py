# SPDX-License-Identifier: MIT
"""Sentences for what can go wrong with the laptop itself and with files laid to a record."""

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.problems import Problem

Parts = tuple[str, str, str]
"""What happened, whether the data is safe, what to do now."""


def laptop_problems() -> dict[Problem, Parts]:
    """Return the three parts of each, in the language in force."""
    safe = QCoreApplication.translate("Problems", "Everything is saved on this computer.")
    own = QCoreApplication.translate("Problems", "Your data is safe.")
    unchanged = QCoreApplication.translate("Problems", "Nothing was changed.")
    passphrase = QCoreApplication.translate("Problems", "Open the notebook with your passphrase.")
    help_desk = QCoreApplication.translate("Problems", "Contact the help desk.")
    renew = QCoreApplication.translate("Problems", "Renew it over the network, or with the help desk's code.")
    return {
        Problem.WRONG_PIN: (
            QCoreApplication.translate("Problems", "The PIN does not match. Tries left: {tries_left}."),
            own,
            QCoreApplication.translate("Problems", "Try again, or use your passphrase."),
        ),
        Problem.PIN_GONE: (
            QCoreApplication.translate("Problems", "The PIN no longer opens this notebook."),
            safe,
            passphrase,
        ),
        Problem.PIN_TOO_SIMPLE: (
            QCoreApplication.translate("Problems", "This PIN is too easy to guess."),
            own,
            QCoreApplication.translate("Problems", "Choose six digits that are no row and no repetition."),
        ),
        Problem.PIN_UNAVAILABLE: (
            QCoreApplication.translate("Problems", "This computer has no safe place for a PIN."),
            own,
            passphrase,
        ),
        Problem.LEASE_RUN_OUT: (
            QCoreApplication.translate("Problems", "This computer has not met the centre for too long."),
            safe,
            renew,
        ),
        Problem.LEASE_SUSPENDED: (
            QCoreApplication.translate("Problems", "By this computer's clock its permit has run out."),
            safe,
            QCoreApplication.translate("Problems", "Check date and time first, then renew the permit."),
        ),
        Problem.LEASE_MISSING: (
            QCoreApplication.translate("Problems", "This computer's permit is not in its key store."),
            safe,
            renew,
        ),
        Problem.LEASE_WORDS_WRONG: (
            QCoreApplication.translate("Problems", "This code does not fit."),
            unchanged,
            QCoreApplication.translate("Problems", "Ask for it to be read out again, letter by letter."),
        ),
        Problem.LEASE_REFUSED: (
            QCoreApplication.translate("Problems", "The centre did not renew this computer's permit."),
            safe,
            QCoreApplication.translate("Problems", "Check the passphrase, or contact the help desk."),
        ),
        Problem.NOTEBOOK_WIPED: (
            QCoreApplication.translate(
                "Problems", "The centre ordered this notebook to be destroyed, and it was."
            ),
            QCoreApplication.translate("Problems", "What was sent is safe at the centre."),
            help_desk,
        ),
        Problem.UNSENT_LEFT: (
            QCoreApplication.translate("Problems", "Saves not yet sent: {count}."),
            safe,
            QCoreApplication.translate("Problems", "Send them first, or let a colleague deliver them."),
        ),
        Problem.RECOVERY_KEY_WRONG: (
            QCoreApplication.translate("Problems", "This answer does not open this notebook."),
            unchanged,
            help_desk,
        ),
        Problem.RECOVERY_UNREADABLE: (
            QCoreApplication.translate("Problems", "This is no answer to a recovery request."),
            unchanged,
            QCoreApplication.translate("Problems", "Choose the file that came from the help desk."),
        ),
        Problem.ORDER_UNREADABLE: (
            QCoreApplication.translate("Problems", "This is no order of this computer's centre."),
            unchanged,
            help_desk,
        ),
        Problem.BACKUP_UNREADABLE: (
            QCoreApplication.translate("Problems", "This backup can't be opened."),
            unchanged,
            QCoreApplication.translate("Problems", "Choose another, or contact the help desk."),
        ),
        Problem.EXISTED_TWICE: (
            QCoreApplication.translate("Problems", "There were two copies of this notebook."),
            QCoreApplication.translate("Problems", "What you wrote here is kept, and is sent."),
            QCoreApplication.translate(
                "Problems", "Open the notebook and go on. Tell the help desk of the copy."
            ),
        ),
        Problem.ATTACHMENT_TOO_BIG: (
            QCoreApplication.translate("Problems", "The file is larger than {limit} MB."),
            unchanged,
            QCoreApplication.translate("Problems", "Attach a smaller one, a single page for instance."),
        ),
        Problem.ATTACHMENT_EMPTY: (
            QCoreApplication.translate("Problems", "The file is empty or can't be read."),
            unchanged,
            QCoreApplication.translate("Problems", "Choose another file."),
        ),
        Problem.ATTACHMENT_TYPE: (
            QCoreApplication.translate("Problems", "Files of this kind are not taken."),
            unchanged,
            QCoreApplication.translate("Problems", "Attach a PDF, a picture or plain text."),
        ),
        Problem.ATTACHMENT_BROKEN: (
            QCoreApplication.translate("Problems", "The file is damaged, or is not what its name says."),
            unchanged,
            QCoreApplication.translate("Problems", "Open it in its own program and save it anew."),
        ),
        Problem.ATTACHMENT_NOT_HERE: (
            QCoreApplication.translate("Problems", "The file itself is not on this computer yet."),
            safe,
            QCoreApplication.translate("Problems", "It comes when there is a network."),
        ),
        Problem.ATTACHMENT_DAMAGED: (
            QCoreApplication.translate("Problems", "The file on this computer is damaged."),
            QCoreApplication.translate("Problems", "It is fetched from the centre again."),
            QCoreApplication.translate("Problems", "Try again when there is a network."),
        ),
    }
