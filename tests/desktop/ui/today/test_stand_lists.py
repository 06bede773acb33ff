# SPDX-License-Identifier: MIT
"""Who may be called and who waits, beside today's visits: written, called and put back by keys."""

from collections.abc import Callable

import pytest
from fake_day import FakeDay
from fake_stand import LEADS, FakeStand
from hands import Hands
from page_tools import WHO, at
from PySide6.QtWidgets import QApplication
from walker import walk

from desktop.notebook.messages.laptop import SaveDraft
from desktop.notebook.messages.leads import MarkLead, RemoveLead, SaveLead
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.messages.waiting import AddWaiting, CallNext, DropWaiting, PutBack, WaitingRow
from desktop.ui.app import Dressed
from desktop.ui.today.page import TodayPage

Show = Callable[[FakeDay], TodayPage]


@pytest.fixture
def stand(day: FakeDay) -> FakeStand:
    """Two empty lists."""
    return FakeStand(day.bridge)


def _titles(page: TodayPage) -> list[str]:
    return [row.title for row in page.side.stand.leads.rows.rows()]


def _waiting(page: TodayPage) -> list[str]:
    """Return the numbers of who waits, in order."""
    return [row.key for row in page.side.stand.waiting.rows.rows()]


def test_a_permission_to_contact_is_written_by_keys_and_stands_on_today(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    page = show(day)
    assert not page.side.stand.leads.isVisible()
    hands.press("Ctrl+R")
    hands.write("Samir")
    hands.press("Tab")
    hands.write("0405550132")
    hands.press("Tab", "Tab", "Tab")
    hands.write("kurssi")
    hands.press("Enter")
    (ask,) = day.bridge.all_of(SaveLead)
    assert (ask.name, ask.phone, ask.purpose, ask.expires) == ("Samir", "0405550132", "kurssi", "2026-12-24")
    assert len(stand.leads) == 1
    assert page.side.stand.leads.isVisible()
    assert page.panel.hasFocus()
    hands.press("Ctrl+Z")
    assert len(day.bridge.all_of(UndoSave)) == 1


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ("name", ""),
        ("phone", ""),
        ("phone", "12"),
        ("purpose", " "),
        ("until", "23.2.2027"),
        ("until", "23.11.2026"),
        ("until", "joskus"),
    ],
)
def test_what_a_permission_lacks_is_said_beside_its_field(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands, wrong: str, text: str
) -> None:
    page = show(day)
    hands.press("Ctrl+R")
    form = page.forms.lead
    fields = {"name": form.name, "phone": form.phone, "purpose": form.purpose, "until": form.until}
    good = {"name": "Samir", "phone": "0405550132", "purpose": "kurssi", "until": "24.12.2026"}
    for key, field in fields.items():
        field.set_text(text if key == wrong else good[key])
    hands.press("Enter")
    assert day.bridge.all_of(SaveLead) == []
    assert stand.leads == []
    assert [key for key, field in fields.items() if field.error] == [wrong]
    assert fields[wrong].line.hasFocus()


def test_what_the_notebook_refuses_is_said_beside_its_field_too(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    page = show(day)
    day.bridge.refuse(SaveLead, Problem.FIELD_REFUSED, field="email", reason="bad_email")
    hands.press("Ctrl+R")
    form = page.forms.lead
    for field, text in ((form.name, "Mai"), (form.email, "mai@"), (form.purpose, "kurssi")):
        field.set_text(text)
    hands.press("Enter")
    assert form.email.error
    assert form.name.text() == "Mai"
    assert stand.leads == []


def test_the_one_whose_permission_ends_first_stands_first_and_s_says_called(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    stand.leads = list(LEADS)
    page = show(day)
    assert _titles(page) == ["Samir · 040 555 0132", "Mai · mai@example.org", "Jenni · 040 555 0132"]
    page.side.stand.leads.setFocus()
    hands.press("S")
    assert [(ask.lead, ask.called) for ask in day.bridge.all_of(MarkLead)] == [(LEADS[0].lead, True)]
    pills = [row.pill.word for row in page.side.stand.leads.rows.rows() if row.pill is not None]
    assert pills[0] == pills[2]
    assert page.panel.toast.words()


def test_enter_changes_a_permission_and_its_form_takes_it_off(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    stand.leads = list(LEADS)
    page = show(day)
    page.side.stand.leads.setFocus()
    hands.press("Enter")
    form = page.forms.lead
    assert form.isVisible()
    assert (form.name.text(), form.until.text(), form.language.key()) == ("Samir", "26.11.2026", "ar")
    form.purpose.set_text("muu kurssi")
    form.name.line.setFocus()
    hands.press("Enter")
    assert day.bridge.all_of(SaveLead)[0].lead == LEADS[0].lead
    page.side.stand.leads.setFocus()
    hands.press("Enter")
    form.remove.click()
    assert len(day.bridge.all_of(RemoveLead)) == 1
    assert len(_titles(page)) == 2


def test_k_takes_the_permission_to_the_form_of_a_new_person(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    stand.leads = list(LEADS)
    page = show(day)
    gone: list[tuple[str, object]] = []
    page.go.connect(lambda key, what: gone.append((key, what)))
    page.side.stand.leads.setFocus()
    hands.press("K")
    assert gone == [("people", {"lead": LEADS[0]})]


def test_half_a_permission_comes_back_after_a_lock(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    page = show(day)
    hands.press("Ctrl+R")
    hands.write("Samir")
    page.forget()
    assert page.forms.lead.empty
    assert day.drafts["lead"]["name"] == "Samir"
    page.greet(WHO)
    page.enter()
    assert page.forms.lead.name.text() == "Samir"
    assert stand.leads == []


def test_who_comes_is_put_on_the_list_one_after_another_and_esc_gives_the_keys_back(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    page = show(day)
    hands.press("Ctrl+W")
    assert page.side.stand.waiting.line.hasFocus()
    hands.write("Samir")
    hands.press("Enter", "Enter")
    assert [ask.name for ask in day.bridge.all_of(AddWaiting)] == ["Samir", ""]
    assert _waiting(page) == ["1", "2"]
    hands.press("Esc")
    assert page.panel.hasFocus()
    assert page.side.stand.waiting.isVisible()
    assert len(stand.waiting) == 2


def test_the_next_one_is_called_from_the_panel_and_put_back_by_undo(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    stand.waiting = [WaitingRow(1, "Samir", at(14, 8)), WaitingRow(2, "", at(14, 20))]
    page = show(day)
    hands.press("Ctrl+Shift+W")
    assert "Samir" in page.panel.toast.words()
    assert page.panel.hasFocus()
    assert _waiting(page) == ["2"]
    hands.press("Ctrl+Z")
    assert len(day.bridge.all_of(PutBack)) == 1
    assert _waiting(page) == ["1", "2"]
    assert day.bridge.all_of(UndoSave) == []


def test_n_and_x_call_and_take_off_in_the_card(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    stand.waiting = [WaitingRow(number, "", at(14, 8)) for number in (1, 2, 3)]
    page = show(day)
    page.side.stand.waiting.rows.choose("2")
    page.side.stand.waiting.setFocus()
    hands.press("X")
    assert [ask.number for ask in day.bridge.all_of(DropWaiting)] == [2]
    hands.press("N")
    assert [ask.number for ask in day.bridge.all_of(CallNext)] == [0]
    assert _waiting(page) == ["3"]


def test_a_list_without_anybody_takes_no_room(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    page = show(day)
    hands.press("Ctrl+W", "Enter", "Esc")
    page.side.stand.waiting.setFocus()
    hands.press("X")
    assert stand.waiting == []
    assert not page.side.stand.waiting.isVisible()
    assert page.panel.hasFocus()


def test_without_a_point_nobody_waits_and_that_is_said(show: Show, hands: Hands) -> None:
    day = FakeDay(session=None)
    FakeStand(day.bridge)
    page = show(day)
    hands.press("Ctrl+W")
    assert not page.side.stand.waiting.isVisible()
    assert day.bridge.all_of(AddWaiting) == []


def test_no_name_of_either_list_is_left_after_a_lock_nor_in_a_draft(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    stand.leads = list(LEADS)
    stand.waiting = [WaitingRow(1, "Samir", at(14, 8))]
    page = show(day)
    hands.press("Ctrl+Shift+W", "Ctrl+W")
    hands.write("Mai")
    page.forget()
    assert _titles(page) == _waiting(page) == []
    assert page.side.stand.waiting.line.text() == ""
    assert page.panel.toast.words() == ""
    kept = [text for ask in day.bridge.all_of(SaveDraft) for text in ask.value.values()]
    assert not any("Mai" in text or "Samir" in text for text in kept)


def test_a_point_that_closes_takes_its_list_with_it(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands
) -> None:
    stand.waiting = [WaitingRow(1, "Samir", at(14, 8))]
    page = show(day)
    page.part.begin_closing()
    hands.press("Enter")
    assert _waiting(page) == []
    assert not page.side.stand.waiting.isVisible()


@pytest.mark.parametrize("width", [1280, 1024])
def test_both_lists_and_the_form_can_be_named_and_reached(
    show: Show, day: FakeDay, stand: FakeStand, hands: Hands, dressed: Dressed, width: int
) -> None:
    stand.leads = list(LEADS)
    stand.waiting = [WaitingRow(1, "Samir", at(14, 8)), WaitingRow(2, "", at(14, 20))]
    page = show(day)
    page.window().resize(width, 800)
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
    hands.press("Ctrl+R")
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
    hands.press("Esc", "Ctrl+W")
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
    assert page.side.stand.waiting in page.panes()
