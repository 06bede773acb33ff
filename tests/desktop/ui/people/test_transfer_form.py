# SPDX-License-Identifier: MIT
"""From the card: handed to a colleague, moved to another team, taken back; and why an adviser moves nobody."""

import pytest
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers
from people_world import SAMIR
from PySide6.QtCore import Qt
from transfer_shelf import BERTTA, WEST, HandoverShelf, entity

from desktop.notebook.messages.held import TeamOption
from desktop.notebook.messages.moving import HandOver, MoveOffer, MovePerson, OfferMove, TakeBackMove
from desktop.notebook.messages.people import OpenPerson
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import SaveId, UndoSave
from desktop.ui.app import Dressed
from desktop.ui.people.page import PeoplePage
from desktop.ui.words.language import Language


class Desk:
    """What may be done with Samir, and what was."""

    def __init__(self, bridge: FakeBridge) -> None:
        self.bridge = bridge
        self.may = True
        self.waiting = self.heard = False
        self.shelf = HandoverShelf(bridge)
        bridge.on(OfferMove, self._offer)

    def _offer(self, ask: OfferMove) -> MoveOffer:
        teams = [TeamOption(WEST, "Läntinen tiimi")]
        waiting = entity(3) if self.waiting else None
        team = "Läntinen tiimi" if self.waiting else ""
        return MoveOffer(
            ask.person, teams, self.may, waiting, team, "", self.waiting and not self.heard, self.heard
        )

    def all(self, kind: type) -> list[object]:
        """Return what was asked of this kind."""
        return [one for one in self.bridge.asked if isinstance(one, kind)]


@pytest.fixture
def desk(bridge: FakeBridge, dressed: Dressed) -> Desk:
    """A supervisor's desk, in English."""
    dressed.translations.speak(Language.ENGLISH)
    return Desk(bridge)


@pytest.fixture
def card(desk: Desk, page: PeoplePage) -> PeoplePage:
    """The page with Samir's card open."""
    assert desk.may
    page.open(SAMIR)
    return page


def test_ctrl_t_hands_the_person_to_a_colleague_and_undo_is_offered(card: PeoplePage, desk: Desk) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_T, held_down=CTRL)
    assert card.card.transfer.isVisible()
    fingers.press(Qt.Key.Key_Return)
    assert desk.shelf.asked == [HandOver([SAMIR], BERTTA)]
    assert card.card.head.toast.words() == "Handed over to Bertta Berg"
    assert card.card.transfer.isHidden()
    card.undo()
    assert desk.all(UndoSave) == [UndoSave(SaveId("team/x", 4))]


def test_down_takes_a_team_with_a_reason_and_the_card_says_that_it_waits(
    card: PeoplePage, desk: Desk
) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_T, held_down=CTRL)
    fingers.press(Qt.Key.Key_Down)
    form = card.card.transfer
    form.reason.line.setFocus()
    fingers.write("muutti")
    desk.waiting = True
    fingers.press(Qt.Key.Key_Return)
    assert desk.all(MovePerson) == [MovePerson(SAMIR, WEST, "muutti")]
    assert form.waits.isVisible()
    assert "Läntinen tiimi" in form.waits.words()
    desk.waiting = False
    form.waits.acted.emit()
    assert desk.all(TakeBackMove) == [TakeBackMove(entity(3))]
    assert form.isHidden()


def test_once_the_centre_has_the_move_nothing_says_that_it_waits(card: PeoplePage, desk: Desk) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_T, held_down=CTRL)
    fingers.press(Qt.Key.Key_Down)
    form = card.card.transfer
    assert "once the centre has it" in form.explains.text()
    desk.waiting = True
    fingers.press(Qt.Key.Key_Return)
    toast = card.card.head.toast
    assert toast.words() == "The move waits for the centre"
    assert form.waits.words() == "Moving to Läntinen tiimi, waits for the centre"
    desk.heard = True
    card.records_changed(["move"])
    assert toast.words() == ""
    assert form.waits.words() == "Moving to Läntinen tiimi, the centre has been told"
    assert form.waits.button.isHidden()
    assert form.explains.text() == ""
    desk.waiting = desk.heard = False
    card.records_changed(["move"])
    assert form.isHidden()


def test_another_word_on_the_card_stays_when_the_centre_has_the_move(card: PeoplePage, desk: Desk) -> None:
    card.card.head.toast.tell("Saved", undo=False)
    desk.waiting = desk.heard = True
    card.records_changed(["move"])
    assert card.card.head.toast.words() == "Saved"


def test_an_adviser_is_told_who_moves_people(card: PeoplePage, desk: Desk) -> None:
    desk.may = False
    card.open(SAMIR)
    Fingers().press(Qt.Key.Key_T, held_down=CTRL)
    form = card.card.transfer
    assert [form.to.itemText(at) for at in range(form.to.count())] == ["Bertta Berg"]
    assert "supervisor" in form.explains.text()


def test_escape_leaves_and_nothing_happens(card: PeoplePage, desk: Desk) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_T, held_down=CTRL)
    fingers.press(Qt.Key.Key_Escape)
    assert card.card.transfer.isHidden()
    assert desk.shelf.asked == []


def test_what_is_refused_leaves_the_form_open(card: PeoplePage, desk: Desk, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_T, held_down=CTRL)
    bridge.refuse(HandOver, Problem.NOT_ALLOWED)
    fingers.press(Qt.Key.Key_Return)
    assert card.card.transfer.isVisible()
    assert desk.shelf.asked == []


def test_the_lock_takes_every_name_with_it(card: PeoplePage) -> None:
    Fingers().press(Qt.Key.Key_T, held_down=CTRL)
    card.forget()
    assert card.card.transfer.isHidden()
    assert card.card.transfer.to.count() == 0


def test_the_card_of_a_person_who_has_gone_is_taken_off(card: PeoplePage, bridge: FakeBridge) -> None:
    bridge.refuse(OpenPerson, Problem.NOT_FOUND)
    troubles: list[object] = []
    card.troubled.connect(troubles.append)
    card.records_changed(["person"])
    assert card.card.view is None
    assert not card.card.isVisible()
    assert card.nobody.words.isVisible()
    assert troubles == [], "nobody did anything wrong"
