# SPDX-License-Identifier: MIT
"""What people do in the story, each as the keys they press. Fields are gone into as with a mouse click."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.demo.errors import StoryBroken
from desktop.demo.stage import Stage
from desktop.notebook.messages.laptop import Join, Lock, ReadInvitationTyped
from desktop.notebook.messages.people import SearchPeople
from desktop.ui.conflict.page import ConflictPage
from desktop.ui.first_run.page import FirstRunPage
from desktop.ui.people.form_layout import NAME, PHONE
from desktop.ui.people.page import PeoplePage
from desktop.ui.review.page import ReviewPage
from desktop.ui.today.page import TodayPage

CONTROL: Final = Qt.KeyboardModifier.ControlModifier
ALT: Final = Qt.KeyboardModifier.AltModifier


def enrol(stage: Stage, *, address: str, code: str, fingerprint: str, laptop: str, passphrase: str) -> None:
    """Enrol one person behind a window that is not shown yet, and lock again; the process ends with it."""
    stage.bridge.start()
    told = stage.ask(ReadInvitationTyped(address, code, fingerprint))
    stage.ask(Join(told.token, passphrase, laptop))
    stage.wait(lambda: stage.window.status.last_success > 0, "the first sync")
    stage.ask(Lock(""))  # no page to come back to: each begins where their role begins
    stage.bridge.end()


def join_hub(
    stage: Stage, *, address: str, code: str, fingerprint: str, laptop: str, passphrase: str
) -> None:
    """Go through the first run: type the invitation, name the laptop, choose a passphrase, join."""
    stage.window.show_first_run()
    page = stage.window.first_run
    if not isinstance(page, FirstRunPage):
        raise StoryBroken("first run")
    stage.press(Qt.Key.Key_Return)
    stage.wait(page.invitation.isVisible, "the invitation step")
    stage.put(page.invitation.address.line, address)
    stage.put(page.invitation.code.line, code)
    stage.put(page.invitation.fingerprint.line, fingerprint)
    stage.press(Qt.Key.Key_Return)
    stage.wait(page.check.isVisible, "the invitation read")
    stage.put(page.check.name.line, laptop)
    stage.press(Qt.Key.Key_Return)
    stage.wait(page.passphrase.isVisible, "the passphrase step")
    stage.put(page.passphrase.passphrase.line, passphrase)
    stage.put(page.passphrase.again.line, passphrase)
    stage.press(Qt.Key.Key_Return)
    stage.wait(lambda: stage.window.who is not None, "joined")


def unlock(stage: Stage, staff: str, passphrase: str) -> None:
    """Choose a person on the unlock page and open their notebook."""
    card = stage.window.unlock_page.card
    stage.wait(lambda: any(row.key == staff for row in card.people.rows()), "the name on the unlock page")
    card.people.choose(staff)
    stage.put(card.passphrase.line, passphrase)
    stage.press(Qt.Key.Key_Return)
    stage.wait(lambda: stage.window.who is not None, "unlocked")


def lock(stage: Stage) -> None:
    """Lock with Ctrl+L and wait until the notebook process has ended and the unlock page is there."""
    stage.press(Qt.Key.Key_L, CONTROL)
    stage.wait(lambda: stage.window.who is None and stage.window.unlock_page.isVisible(), "locked")


def today(stage: Stage) -> TodayPage:
    """Go to Today."""
    stage.press(Qt.Key.Key_1, ALT)
    page = stage.window.shell.page("today")
    if not isinstance(page, TodayPage):
        raise StoryBroken("today")
    stage.wait(page.isVisible, "today")
    return page


def open_session(stage: Stage, *, goal: str, words: str) -> None:
    """Open a session at the place that is offered, with a goal."""
    page = today(stage)
    opening = page.part.opening
    stage.wait(opening.isVisible, "the card that opens a session")
    stage.wait(lambda: not stage.bridge.busy, "the day, filled in from the last one")
    if not opening.place.text():
        stage.put(opening.place.line, "Itäkeskuksen kirjasto")
    stage.put(opening.goal.line, goal)
    stage.put(opening.goal_text.line, words)
    stage.press(Qt.Key.Key_Return)
    stage.wait(lambda: page.part.session is not None, "session open")


def walk_in(stage: Stage, keys: str) -> None:
    """Record one walk-in: Ctrl+N, the keys, Enter; returns when it is durable and listed."""
    page = stage.window.shell.page("today")
    if not isinstance(page, TodayPage):
        raise StoryBroken("today")
    before = len(page.visits.table.rows())
    stage.press(Qt.Key.Key_N, CONTROL)
    stage.write(keys)
    stage.press(Qt.Key.Key_Return)
    stage.wait(lambda: len(page.visits.table.rows()) > before, "the walk-in in the list")


def people(stage: Stage) -> PeoplePage:
    """Go to People."""
    stage.press(Qt.Key.Key_2, ALT)
    page = stage.window.shell.page("people")
    if not isinstance(page, PeoplePage):
        raise StoryBroken("people")
    stage.wait(page.isVisible, "people")
    return page


def find_person(stage: Stage, text: str, *, expect: str) -> PeoplePage:
    """Search as one types and open the person whose name is ``expect``."""
    page = people(stage)
    found = stage.ask(SearchPeople(text, "all")).rows
    row = next((one for one in found if one.name == expect), None)
    if row is None:
        raise StoryBroken(f"{expect} found")
    page.pane.scope.set_key("all")
    stage.put(page.pane.search, text)
    key = row.person.hex()
    stage.wait(lambda: any(one.key == key for one in page.pane.rows.rows()), "the hit in the list")
    page.pane.rows.choose(key)
    page.pane.rows.setFocus()
    stage.press(Qt.Key.Key_Return)
    stage.wait(lambda: page.card.person == row.person and page.card.isVisible(), "the card")
    return page


def new_person(stage: Stage, *, first: str, last: str, phone: str, note: str) -> None:
    """Write a new person down with situation and note (Ctrl+I), past the duplicates that are offered."""
    page = people(stage)
    stage.press(Qt.Key.Key_I, CONTROL)
    stage.wait(page.form.isVisible, "the form")
    name = _lines(page.form.parts.editors[NAME])
    stage.put(name[0], first)
    stage.put(name[1], last)
    stage.put(_lines(page.form.parts.editors[PHONE])[0], phone)
    page.form.show_more(shown=True)
    page.form.parts.editors["situation/labour"].show_value({"status": "unemployed", "since": "2026-02-14"})
    stage.put(page.form.note.area, note)
    _lines(page.form.parts.editors[PHONE])[0].setFocus()
    stage.press(Qt.Key.Key_Return)
    refuse = page.form.hints.not_same
    stage.wait(lambda: page.card.isVisible() or refuse.isVisible(), "the new card, or who it may be")
    if refuse.isVisible():
        refuse.setFocus()
        stage.press(Qt.Key.Key_Space)
    stage.wait(page.card.isVisible, "the new card")


def change_phone(stage: Stage, page: PeoplePage, phone: str) -> None:
    """Change the phone of the person whose card is open."""
    stage.press(Qt.Key.Key_E, CONTROL)
    stage.wait(page.form.isVisible, "the form")
    field: QWidget = _lines(page.form.parts.editors[PHONE])[0]
    stage.put(field, phone)
    stage.press(Qt.Key.Key_Return)
    stage.wait(page.card.isVisible, "the card again")


def conflicts(stage: Stage) -> ConflictPage:
    """Go to the fields with two values (Ctrl+J)."""
    stage.press(Qt.Key.Key_J, CONTROL)
    page = stage.window.shell.page("conflicts")
    if not isinstance(page, ConflictPage):
        raise StoryBroken("conflicts")
    stage.wait(page.isVisible, "two values")
    return page


def review(stage: Stage) -> ReviewPage:
    """Go to the review queue."""
    stage.press(Qt.Key.Key_5, ALT)
    page = stage.window.shell.page("review")
    if not isinstance(page, ReviewPage):
        raise StoryBroken("review")
    stage.wait(page.isVisible, "review")
    return page


def _lines(editor: QWidget) -> list[QLineEdit]:
    """Return the lines of an editor in the order they were made."""
    return editor.findChildren(QLineEdit)
