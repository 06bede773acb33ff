# SPDX-License-Identifier: MIT
"""Writing a person's path by keys: goal, steps and their states, meetings, transitions; each act one save."""

from datetime import datetime

import pytest
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers, held
from path_shelf import record
from people_world import NOW, SAMIR, SAVE
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from service_shelf import ServiceShelf

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import SaveDraft
from desktop.notebook.messages.plans import (
    MoveStep,
    OrderStep,
    RemoveFromPath,
    SavePath,
)
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.services import SearchServices
from desktop.notebook.messages.today import UndoSave
from desktop.ui.errand import AtCard
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.plan_tab import PlanTab

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NOON = int(datetime(2026, 11, 20, 9, 30).astimezone().timestamp() * 1000)


@pytest.fixture
def tab(page: PeoplePage) -> PlanTab:
    """Samir's path, the first step with the keys."""
    page.open(AtCard(SAMIR, "plan"))
    assert held() is page.card.plan.sections["plan_step"].rows
    return page.card.plan


def asked(bridge: FakeBridge) -> SavePath:
    """Return the one save of the path."""
    (ask,) = bridge.all_of(SavePath)
    return ask


# --- writing ---


def test_a_step_is_added_by_keys_and_undone(page: PeoplePage, tab: PlanTab, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_A)
    fingers.write("Varaa aika")
    fingers.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    fingers.write("+14")
    fingers.press(Qt.Key.Key_Return)
    assert asked(bridge) == SavePath(
        SAMIR, "plan_step", {"what": "Varaa aika", "who": "client", "due": "2026-12-08"}, mine=True, sight=77
    )
    assert page.card.head.toast.words() == "Vaihe tallennettu"
    assert held() is tab.sections["plan_step"].rows
    fingers.press(Qt.Key.Key_Z, held_down=CTRL)
    assert bridge.all_of(UndoSave) == [UndoSave(SAVE)]


def test_a_step_without_words_or_with_no_day_is_told_beside_its_field(
    tab: PlanTab, bridge: FakeBridge
) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_A, Qt.Key.Key_Return)
    assert tab.form.editor("what").isAncestorOf(held())
    fingers.write("Varaa aika")
    fingers.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    fingers.write("eilen")
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(SavePath) == []
    assert tab.form.editor("due").problem().startswith("Ei ole päivä tästä päivästä")


def test_a_service_is_taken_from_the_catalogue_by_its_name(
    tab: PlanTab, bridge: FakeBridge, qtbot: QtBot
) -> None:
    shelf = ServiceShelf()
    bridge.answers[SearchServices] = shelf.bridge.answers[SearchServices]
    fingers = Fingers()
    fingers.press(Qt.Key.Key_A)
    fingers.write("Hae kurssille")
    tab.form.editor("service_name").setFocus()
    fingers.write("suomi")
    qtbot.waitUntil(lambda: bool(bridge.all_of(SearchServices)))
    first = next(one for one in shelf.rows if "suomi" in one.name.casefold())
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert tab.form.editor("service_name").value() == {"service": first.service.hex(), "name": first.name}
    fingers.press(Qt.Key.Key_Return)
    assert asked(bridge).fields["service"] == first.service.hex()
    assert "service_name" not in asked(bridge).fields


def test_only_what_was_changed_of_a_step_is_written(tab: PlanTab, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert tab.form.editor("due").value() == "2026-11-10"
    fingers.press(Qt.Key.Key_End)
    fingers.write("!")
    fingers.press(Qt.Key.Key_Return)
    assert asked(bridge) == SavePath(
        SAMIR,
        "plan_step",
        {"what": "Työturvallisuuskortti vanhenee: varaa uusi kurssi!"},
        record(2),
        sight=77,
    )


def test_nothing_changed_saves_nothing_and_goes_back_to_the_row(tab: PlanTab, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert bridge.all_of(SavePath) == []
    assert tab.form.kind == ""
    assert tab.sections["plan_step"].rows.key() == record(2).hex()
    assert held() is tab.sections["plan_step"].rows


@pytest.mark.parametrize(("down", "status"), [(0, "open"), (1, "done"), (2, "done")])
def test_one_key_says_that_a_step_is_done_or_open_again(
    tab: PlanTab, bridge: FakeBridge, down: int, status: str
) -> None:
    Fingers().press(*[Qt.Key.Key_Down] * down, Qt.Key.Key_S)
    assert bridge.all_of(MoveStep) == [MoveStep(record(down + 1), status)]
    assert tab.sections["plan_step"].rows.key() == record(down + 1).hex()


def test_a_step_that_stalls_says_why(page: PeoplePage, tab: PlanTab, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Down)
    fingers.press(Qt.Key.Key_S, held_down=SHIFT)
    fingers.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert bridge.all_of(MoveStep) == []
    assert tab.state.reason.error.startswith("Kirjoita lyhyesti miksi")
    assert held() is tab.state.reason.line
    fingers.write("Ei paikkoja")
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(MoveStep) == [MoveStep(record(2), "stalled", "Ei paikkoja")]
    assert page.card.head.toast.words().endswith(": Jumissa")


def test_a_step_is_moved_by_alt_and_arrows_and_nobody_is_told_of_the_end(
    page: PeoplePage, tab: PlanTab, bridge: FakeBridge
) -> None:
    troubles: list[ProblemReport] = []
    tab.troubled.connect(troubles.append)
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Down)
    fingers.press(Qt.Key.Key_Up, held_down=ALT)
    assert bridge.all_of(OrderStep) == [OrderStep(record(2), earlier=True)]
    bridge.refuse(OrderStep, Problem.NOT_FOUND)
    fingers.press(Qt.Key.Key_Up, held_down=ALT)
    assert troubles == []
    assert page.card.head.toast.words() == "Järjestys vaihdettu"


@pytest.mark.usefixtures("tab")
def test_a_record_is_removed_by_a_key_and_undone(page: PeoplePage, bridge: FakeBridge) -> None:
    Fingers().press(Qt.Key.Key_Delete)
    assert bridge.all_of(RemoveFromPath) == [RemoveFromPath(record(1))]
    assert page.card.head.toast.words() == "Vaihe poistettu"


@pytest.mark.usefixtures("tab")
def test_a_meeting_is_now_unless_another_time_is_typed(bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_M, Qt.Key.Key_Return)
    assert asked(bridge) == SavePath(
        SAMIR, "encounter", {"kind": "coaching", "at": NOW, "with": {"client": True}}, sight=77
    )


@pytest.mark.usefixtures("tab")
def test_a_meeting_of_another_day_with_the_next_contact_is_one_save(bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_M, Qt.Key.Key_Tab)
    fingers.press(Qt.Key.Key_A, held_down=CTRL)
    fingers.write("20.11.")
    fingers.press(Qt.Key.Key_Tab)
    fingers.press(Qt.Key.Key_A, held_down=CTRL)
    fingers.write("9.30")
    fingers.press(Qt.Key.Key_Tab)
    fingers.write("Sovittiin haku")
    fingers.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    fingers.write("+7")
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    ask = asked(bridge)
    assert (ask.fields["at"], ask.fields["summary"]) == (NOON, "Sovittiin haku")
    assert ask.next_contact == "2026-12-01"


def test_a_colleagues_meeting_is_not_opened_for_writing(tab: PlanTab) -> None:
    tab.sections["encounter"].choose(record(13).hex())
    Fingers().press(Qt.Key.Key_Return)
    assert tab.form.kind == ""


def test_a_transition_asks_for_its_answers_once_it_is_there(tab: PlanTab, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_T)
    assert not tab.form.editor("after_3").isVisible()
    fingers.press(Qt.Key.Key_Escape)
    tab.sections["transition"].choose(record(21).hex())
    fingers.press(Qt.Key.Key_Return)
    tab.form.editor("after_3").setFocus()
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert asked(bridge) == SavePath(SAMIR, "transition", {"after_3": "still"}, record(21), sight=77)


@pytest.mark.usefixtures("tab")
def test_the_goal_is_written_and_what_is_half_typed_is_kept(bridge: FakeBridge, qtbot: QtBot) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_E)
    fingers.press(Qt.Key.Key_A, held_down=CTRL)
    fingers.write("Oma yritys")
    place = f"path/plan/{SAMIR.hex()}"
    qtbot.waitUntil(lambda: SaveDraft(place, {"goal": "Oma yritys"}) in bridge.all_of(SaveDraft))
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    assert asked(bridge) == SavePath(SAMIR, "plan", {"goal": "Oma yritys"}, sight=77)
    assert bridge.all_of(SaveDraft)[-1] == SaveDraft(place, {})


def test_a_refusal_is_told_beside_its_field_and_nothing_is_lost(tab: PlanTab, bridge: FakeBridge) -> None:
    bridge.refuse(SavePath, Problem.FIELD_REFUSED, field="what", reason="other")
    fingers = Fingers()
    fingers.press(Qt.Key.Key_A)
    fingers.write("Varaa aika")
    fingers.press(Qt.Key.Key_Return)
    assert tab.form.kind == "plan_step"
    assert tab.form.editor("what").value() == "Varaa aika"
    assert tab.form.editor("what").isAncestorOf(held())
