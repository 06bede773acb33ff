# SPDX-License-Identifier: MIT
"""A new person and changes: few keys, duplicates asked before saving, only changes written, nothing lost."""

import pytest
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers, held
from people_world import SAMIR, SAVE, VISIT, hint
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft
from desktop.notebook.messages.people import Duplicates, FindDuplicates, OpenPerson, SavePerson
from desktop.notebook.messages.problems import Problem
from desktop.ui.drafts import DELAY_MS
from desktop.ui.people.form import PersonForm
from desktop.ui.people.page import PeoplePage
from desktop.ui.theme.theme import Theme


@pytest.fixture
def form(page: PeoplePage) -> PersonForm:
    """The form for a new person, opened with Ctrl+I."""
    Fingers().press(Qt.Key.Key_I, held_down=CTRL)
    return page.form


@pytest.fixture
def edit(page: PeoplePage) -> PersonForm:
    """The form filled with Samir's card, opened with Ctrl+E."""
    page.open(SAMIR)
    Fingers().press(Qt.Key.Key_E, held_down=CTRL)
    return page.form


def test_a_first_name_and_enter_save_a_new_person(form: PersonForm, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.write("Sara")
    fingers.press(Qt.Key.Key_Return)
    name: dict[str, bool | int | str | None] = {"first": "Sara", "last": None}
    assert bridge.all_of(SavePerson) == [SavePerson(None, {"name": name})]
    assert not form.isVisible()
    assert fingers.strokes == 5


def test_the_saved_person_is_shown_with_an_undo(form: PersonForm, page: PeoplePage) -> None:
    assert form.isVisible()
    fingers = Fingers()
    fingers.write("Sara")
    fingers.press(Qt.Key.Key_Return)
    assert page.card.isVisible()
    assert page.card.head.toast.words() == "Tallennettu"


def test_somebody_alike_is_offered_before_saving(
    form: PersonForm, bridge: FakeBridge, page: PeoplePage
) -> None:
    bridge.on(FindDuplicates, lambda _ask: Duplicates([hint()]))
    fingers = Fingers()
    fingers.write("Samir")
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(SavePerson) == []
    assert held() is form.hints.rows
    assert form.hints.rows.rows()[0].second == "sama puhelin, samankaltainen nimi, s. 1996"
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(OpenPerson)[-1].person == SAMIR
    assert page.card.isVisible()


def test_not_the_same_saves_all_the_same(form: PersonForm, bridge: FakeBridge) -> None:
    bridge.on(FindDuplicates, lambda _ask: Duplicates([hint()]))
    fingers = Fingers()
    fingers.write("Samir")
    fingers.press(Qt.Key.Key_Return)
    fingers.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert held() is form.hints.not_same
    fingers.press(Qt.Key.Key_Return)
    assert len(bridge.all_of(SavePerson)) == 1


def test_duplicates_are_looked_for_while_typing_once_a_pause(
    form: PersonForm, bridge: FakeBridge, qtbot: QtBot
) -> None:
    bridge.on(FindDuplicates, lambda _ask: Duplicates([hint()]))
    Fingers().write("Samir")
    assert bridge.all_of(FindDuplicates) == []
    qtbot.waitUntil(form.hints.isVisible, timeout=DELAY_MS * 10)
    assert [ask.first for ask in bridge.all_of(FindDuplicates)] == ["Samir"]


def test_nobody_without_a_name_is_saved(form: PersonForm, bridge: FakeBridge) -> None:
    Fingers().press(Qt.Key.Key_Return)
    assert bridge.all_of(SavePerson) == []
    known_as = form.parts.editors["person/known_as"]
    assert held() is known_as.field.line  # type: ignore[attr-defined]
    assert known_as.field.error == "Anna ainakin kutsumanimi."  # type: ignore[attr-defined]


def hetu_line(form: PersonForm) -> object:
    form.show_more(shown=True)
    editor = form.parts.editors["person/hetu"]
    editor.setFocus()
    return editor


def test_a_wrong_identity_code_is_told_while_it_is_typed(form: PersonForm) -> None:
    hetu_line(form)
    Fingers().write("010196-901X")
    error = form.parts.editors["person/hetu"].field.error  # type: ignore[attr-defined]
    assert error.startswith("Henkilötunnus ei täsmää.")


def test_a_right_identity_code_is_masked_when_left_and_tells_the_birthday(
    form: PersonForm, bridge: FakeBridge
) -> None:
    hetu_line(form)
    fingers = Fingers()
    fingers.write("100190Y999P")
    editor = form.parts.editors["person/hetu"]
    assert editor.problem() == ""
    fingers.press(Qt.Key.Key_Tab)
    assert editor.field.text() == "100190Y••••"  # type: ignore[attr-defined]
    assert form.parts.editors["person/birth_date"].field.text() == "10.1.1990"  # type: ignore[attr-defined]
    form.focus_first()
    fingers.write("Sara")
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(SavePerson)[0].fields["hetu"] == "100190Y999P"
    assert bridge.all_of(SavePerson)[0].fields["birth_date"] == "1990-01-10"


def test_an_identity_code_is_never_kept_in_a_draft(
    form: PersonForm, bridge: FakeBridge, qtbot: QtBot
) -> None:
    hetu_line(form)
    Fingers().write("100190Y999P")
    qtbot.waitUntil(lambda: len(bridge.all_of(SaveDraft)) > 0, timeout=DELAY_MS * 10)
    assert all("999" not in text for ask in bridge.all_of(SaveDraft) for text in ask.value.values())


def test_what_is_half_typed_is_kept_and_comes_back(
    page: PeoplePage, bridge: FakeBridge, qtbot: QtBot
) -> None:
    kept = {"person/phone": "040 555", "person/email": "a@b.fi", "note": "kesken"}
    bridge.on(OpenDraft, lambda ask: Draft(kept if ask.place == "person/new" else {}))
    page.new_person(None)
    editors = page.form.parts.editors
    assert editors["person/phone"].kept() == "040 555"
    assert page.form.parts.more.isVisible()
    assert page.form.note.text() == "kesken"
    Fingers().write("S")
    qtbot.waitUntil(lambda: len(bridge.all_of(SaveDraft)) > 0, timeout=DELAY_MS * 10)
    saved = bridge.all_of(SaveDraft)[-1]
    assert (saved.place, saved.value) == ("person/new", {**kept, "person/name": "S\n"})


def test_escape_throws_the_form_and_its_draft_away(
    form: PersonForm, bridge: FakeBridge, page: PeoplePage
) -> None:
    fingers = Fingers()
    fingers.write("Sara")
    fingers.press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert bridge.all_of(SaveDraft)[-1] == SaveDraft("person/new", {})
    assert held() is page.pane.search


def test_a_save_takes_the_draft_away(form: PersonForm, bridge: FakeBridge) -> None:
    assert form.isVisible()
    fingers = Fingers()
    fingers.write("Sara")
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(SaveDraft)[-1] == SaveDraft("person/new", {})


def test_a_walk_in_is_linked_in_the_same_save(page: PeoplePage, bridge: FakeBridge) -> None:
    page.open({"new": True, "visit": VISIT})
    assert page.form.visit_notice.isVisible()
    fingers = Fingers()
    fingers.write("Sara")
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(SavePerson)[0].visit == VISIT


@pytest.mark.parametrize(
    ("report", "key", "words"),
    [
        (ProblemReport(Problem.HETU_INVALID), "person/hetu", "Henkilötunnus ei täsmää."),
        (
            ProblemReport(Problem.TEXT_TOO_LONG, {"field": "name.last", "limit": 120, "length": 140}),
            "person/name",
            "Liian pitkä: 140/120",
        ),
        (
            ProblemReport(Problem.FIELD_REFUSED, {"field": "email", "reason": "bad_email"}),
            "person/email",
            "Tämä ei ole sähköpostiosoite.",
        ),
        (
            ProblemReport(Problem.FIELD_REFUSED, {"field": "education", "reason": "unknown_code"}),
            "situation/education",
            "Tätä ei enää ole luettelossa.",
        ),
    ],
)
def test_what_the_notebook_refuses_is_told_at_the_field(
    form: PersonForm, bridge: FakeBridge, report: ProblemReport, key: str, words: str
) -> None:
    bridge.on(SavePerson, lambda _ask: report)
    fingers = Fingers()
    fingers.write("Sara")
    fingers.press(Qt.Key.Key_Return)
    editor = form.parts.editors[key]
    field = getattr(editor, "field", None) or editor.first.field  # type: ignore[attr-defined]
    assert field.error.startswith(words)
    assert editor.isAncestorOf(held())
    assert form.parts.editors["person/name"].value() == {"first": "Sara", "last": None}


def test_a_full_disk_is_told_by_the_window_and_the_form_stays(
    form: PersonForm, bridge: FakeBridge, page: PeoplePage, qtbot: QtBot
) -> None:
    bridge.refuse(SavePerson, Problem.DISK_FULL)
    fingers = Fingers()
    fingers.write("Sara")
    with qtbot.waitSignal(page.troubled):
        fingers.press(Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.parts.editors["person/name"].value() == {"first": "Sara", "last": None}


def test_an_edit_writes_only_what_was_changed(edit: PersonForm, bridge: FakeBridge) -> None:
    edit.parts.editors["person/email"].setFocus()
    fingers = Fingers()
    fingers.press(Qt.Key.Key_A, held_down=CTRL)
    fingers.write("s@example.org")
    edit.parts.editors["person/contact_ok"].setFocus()
    fingers.press(Qt.Key.Key_Space)
    edit.parts.editors["situation/occupation"].setFocus()
    fingers.press(Qt.Key.Key_A, Qt.Key.Key_Delete, held_down=CTRL)
    fingers.press(Qt.Key.Key_Return)
    (saved,) = bridge.all_of(SavePerson)
    assert saved.person == SAMIR
    assert saved.fields == {"email": "s@example.org", "contact_ok": {"sms": False}}
    assert saved.situation == {"occupation": None}


def test_an_edit_without_a_change_saves_nothing(
    edit: PersonForm, bridge: FakeBridge, page: PeoplePage
) -> None:
    Fingers().press(Qt.Key.Key_Return)
    assert bridge.all_of(SavePerson) == []
    assert not edit.isVisible()
    assert page.card.isVisible()


def test_a_masked_code_that_was_only_looked_at_is_not_written(edit: PersonForm, bridge: FakeBridge) -> None:
    edit.parts.editors["person/hetu"].setFocus()
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Tab)
    assert edit.parts.editors["person/hetu"].field.text() == "010196-••••"  # type: ignore[attr-defined]
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(SavePerson) == []


def test_a_day_is_read_as_people_write_it(edit: PersonForm, bridge: FakeBridge) -> None:
    labour = edit.parts.editors["situation/labour"]
    labour.second.setFocus()  # type: ignore[attr-defined]
    fingers = Fingers()
    fingers.press(Qt.Key.Key_A, held_down=CTRL)
    fingers.write("1.3.26")
    fingers.press(Qt.Key.Key_Return)
    (saved,) = bridge.all_of(SavePerson)
    assert saved.situation == {"labour": {"status": "unemployed", "since": "2026-03-01"}}


def test_what_is_no_day_is_told_and_not_saved(edit: PersonForm, bridge: FakeBridge) -> None:
    edit.parts.editors["person/birth_date"].setFocus()
    fingers = Fingers()
    fingers.press(Qt.Key.Key_A, held_down=CTRL)
    fingers.write("31.2.1996")
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(SavePerson) == []
    assert edit.parts.editors["person/birth_date"].field.error == "Kirjoita päivämäärä näin: 14.2.1996."  # type: ignore[attr-defined]


def test_nothing_typed_is_left_after_forgetting_but_in_the_notebook_and_no_identity_code_there(
    form: PersonForm, page: PeoplePage, bridge: FakeBridge
) -> None:
    Fingers().write("Sara")
    hetu_line(form)
    Fingers().write("100190Y999P")
    drafts = len(bridge.all_of(SaveDraft))
    page.forget()
    assert all(not editor.kept() for editor in form.parts.editors.values())
    assert form.parts.editors["person/hetu"].value() is None
    (kept,) = bridge.all_of(SaveDraft)[drafts:]
    assert kept.value["person/name"].startswith("Sara")
    assert "999" not in "".join(kept.value.values())
    assert SAVE.n == 41


def test_the_walker_finds_nothing_to_say_about_the_whole_form(
    form: PersonForm, page: PeoplePage, theme: Theme
) -> None:
    form.show_more(shown=True)
    QApplication.processEvents()
    assert walk(page, theme) == []
