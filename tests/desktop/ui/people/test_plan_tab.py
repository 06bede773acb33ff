# SPDX-License-Identifier: MIT
"""The card's plan by keys: goal, steps and their states, meetings, transitions, skills and cards."""

import pytest
from cut_words import cut_words
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers, held
from msgspec.structs import replace
from path_shelf import path_view, record, step
from people_world import NOW, SAMIR, samir
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from walker import walk

from desktop.notebook.messages.people import OpenPerson
from desktop.notebook.messages.plans import (
    MoveStep,
    OpenPlan,
    RemoveFromPath,
)
from desktop.ui.app import Dressed
from desktop.ui.errand import AtCard
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.plan_tab import PlanTab
from desktop.ui.theme.tokens import Look
from desktop.ui.words.language import Language


@pytest.fixture
def tab(page: PeoplePage) -> PlanTab:
    """Samir's path, the first step with the keys."""
    page.open(AtCard(SAMIR, "plan"))
    assert held() is page.card.plan.sections["plan_step"].rows
    return page.card.plan


def words_of(tab: PlanTab, kind: str) -> list[tuple[str, str, str, list[str]]]:
    rows = tab.sections[kind].rows.rows()
    return [(row.title, row.second, row.third or row.time, [mark.word for mark in row.marks]) for row in rows]


# --- what is shown ---


def test_the_plan_says_goal_words_days_and_when_somebody_was_last_in_contact(tab: PlanTab) -> None:
    said = {line.key: (line.value, line.mark.word if line.mark else "") for line in tab.plan.lines}
    assert said["plan/goal"] == ("Sähköasentajan paikka ja suomi B1 ennen kesää", "")
    assert said["plan/client_words"] == ("Haluan tehdä taas oman alan töitä, en varastossa.", "")
    assert said["plan/agreed"] == ("3.11.2026", "")
    assert said["plan/next_contact"] == ("8.12.2026", "")
    assert said["plan/last_contact"] == ("Su 22.11.", "")


def test_a_next_contact_whose_day_has_passed_is_late_until_somebody_was_met(
    page: PeoplePage, bridge: FakeBridge
) -> None:
    view = path_view(SAMIR, NOW)
    plan = [replace(one, value="2026-11-20") if one.name == "next_contact" else one for one in view.plan]
    bridge.on(OpenPlan, lambda _ask: replace(view, plan=plan, last_contact=NOW - 5 * 86_400_000))
    page.open(AtCard(SAMIR, "plan"))
    late = next(line for line in page.card.plan.plan.lines if line.key == "plan/next_contact")
    assert late.mark is not None
    assert late.mark.word == "Myöhässä 4 pv"
    bridge.on(OpenPlan, lambda _ask: replace(view, plan=plan, last_contact=NOW - 4 * 86_400_000))
    page.card.plan.load()
    assert next(line for line in page.card.plan.plan.lines if line.key == "plan/next_contact").mark is None


def test_each_step_says_who_does_it_where_until_when_and_how_it_stands(tab: PlanTab) -> None:
    assert words_of(tab, "plan_step") == [
        ("Kielikurssin hakemus", "Asiakas · Stadin AO, suomi A2", "Ke 18.11.", ["Tehty"]),
        (
            "Työturvallisuuskortti vanhenee: varaa uusi kurssi", "Omavalmentaja", "Määräpäivä 10.11.",
            ["Lähettämättä", "Myöhässä 14 pv"],
        ),
        (
            "Tutkinnon tunnustaminen Opetushallituksessa",
            "Kumppani · Opetushallitus, tutkintojen tunnustaminen · Mehmet Kaya", "Määräpäivä 30.10.",
            ["Myöhässä 25 pv", "Jumissa"],
        ),
        ("Ansioluettelo suomeksi", "Asiakas", "Määräpäivä 1.12.", ["Kaksi arvoa", "Kesken"]),
        ("Työkokeilu varastossa", "Asiakas", "4.11. · Ei oma ala", ["Jätetty pois"]),
    ]  # fmt: skip


def test_meetings_transitions_skills_and_cards_say_what_matters(tab: PlanTab) -> None:
    assert [row[0] for row in words_of(tab, "encounter")] == ["Valmennustapaaminen", "Ei saapunut", "Puhelu"]
    assert words_of(tab, "transition") == [
        ("Koulutus", "Asiakas kertoi", "3 kk kysytään 10.11.", ["Kysy nyt"])
    ]
    assert words_of(tab, "skill")[0][:2] == ("Sähköasennukset", "4 Opettaa muita · Työtodistus 2021")
    assert [(row[0], row[1], row[3]) for row in words_of(tab, "permit")] == [
        ("Tulityökortti", "", ["Vanheni 12.11."]),
        ("Työturvallisuuskortti", "", ["Vanhenee 12.1.2027"]),
        ("Ajokortti B", "Ei pääty", []),
    ]


def test_the_path_is_read_only_while_its_tab_is_in_front(page: PeoplePage, bridge: FakeBridge) -> None:
    page.open(SAMIR)
    assert bridge.all_of(OpenPlan) == []
    page.card.show_tab("plan")
    assert bridge.all_of(OpenPlan) == [OpenPlan(SAMIR, "2026-11-24")]
    page.records_changed({"plan_step"})
    assert len(bridge.all_of(OpenPlan)) == 2


def test_who_may_only_read_is_offered_nothing(page: PeoplePage, bridge: FakeBridge) -> None:
    bridge.on(OpenPlan, lambda ask: path_view(ask.person, NOW, can_edit=False))
    page.open(AtCard(SAMIR, "plan"))
    tab, fingers = page.card.plan, Fingers()
    assert not tab.edit.isVisible()
    for key in (Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        fingers.press(key)
    assert tab.form.kind == ""
    assert not bridge.all_of(MoveStep)
    assert not bridge.all_of(RemoveFromPath)


def test_nothing_yet_shows_what_comes_here_and_how(page: PeoplePage, bridge: FakeBridge) -> None:
    bridge.on(
        OpenPlan,
        lambda ask: path_view(
            ask.person,
            NOW,
            plan=[],
            steps=[],
            meetings=[],
            transitions=[],
            skills=[],
            permits=[],
            last_contact=0,
        ),
    )
    page.open(AtCard(SAMIR, "plan"))
    tab = page.card.plan
    assert tab._empty.text().startswith("Ei vielä suunnitelmaa. Paina E")
    assert held() is tab.edit
    Fingers().press(Qt.Key.Key_E)
    assert tab.form.kind == "plan"


# --- two values, keys, looks ---


@pytest.mark.usefixtures("tab")
def test_two_values_of_a_step_are_chosen_between_by_a_key(page: PeoplePage) -> None:
    went: list[tuple[str, object]] = []
    page.go.connect(lambda key, what: went.append((key, what)))
    fingers = Fingers()
    fingers.press(*[Qt.Key.Key_Down] * 3)
    fingers.press(Qt.Key.Key_J, held_down=CTRL)
    assert went == [("conflicts", (record(4), "state"))]


def test_arrows_go_from_list_to_list_and_one_row_is_chosen(tab: PlanTab) -> None:
    fingers = Fingers()
    fingers.press(*[Qt.Key.Key_Down] * 5)
    assert held() is tab.sections["encounter"].rows
    chosen = [one.rows.selectionModel().hasSelection() for one in tab.sections.values()]
    assert chosen == [False, True, False, False, False]
    fingers.press(Qt.Key.Key_Up)
    assert held() is tab.sections["plan_step"].rows
    assert tab.sections["plan_step"].rows.key() == record(5).hex()


def test_many_meetings_are_folded_until_somebody_asks(page: PeoplePage, bridge: FakeBridge) -> None:
    one = path_view(SAMIR, NOW).meetings[0]
    several = [replace(one, meeting=record(number)) for number in range(50, 62)]
    bridge.on(OpenPlan, lambda ask: path_view(ask.person, NOW, meetings=several))
    page.open(AtCard(SAMIR, "plan"))
    section = page.card.plan.sections["encounter"]
    assert len(section.rows.rows()) == 8
    section.more.click()
    assert len(section.rows.rows()) == 12
    assert not section.more.isVisible()


def test_the_lock_leaves_no_word(page: PeoplePage, tab: PlanTab) -> None:
    Fingers().press(Qt.Key.Key_A)
    Fingers().write("Varaa aika")
    page.forget()
    assert tab.plan.lines == ()
    assert all(section.rows.rows() == () for section in tab.sections.values())
    assert tab.form.kind == ""
    assert tab.view is None


@pytest.mark.usefixtures("tab")
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
@pytest.mark.parametrize("key", ["", "A", "M", "T", "K", "L", "E", "P"])
def test_every_part_of_the_path_has_names_targets_and_contrast(
    page: PeoplePage, dressed: Dressed, look: Look, key: str
) -> None:
    dressed.theme.choose(look)
    if key:
        Fingers().press(getattr(Qt.Key, f"Key_{key}"))
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("narrow", [False, True])
def test_no_word_of_the_path_is_cut(
    page: PeoplePage, tab: PlanTab, dressed: Dressed, language: Language, *, narrow: bool
) -> None:
    dressed.translations.speak(language)
    page.set_compact(compact=narrow)
    page.resize(960 if narrow else 1096, 744)
    fingers = Fingers()
    for key in (
        None,
        Qt.Key.Key_A,
        Qt.Key.Key_M,
        Qt.Key.Key_T,
        Qt.Key.Key_K,
        Qt.Key.Key_L,
        Qt.Key.Key_E,
        Qt.Key.Key_P,
    ):
        if key is not None:
            fingers.press(key)
        QApplication.processEvents()
        assert cut_words(tab) == []
        pane = page.card._plan_scroll
        assert pane.inner.width() <= pane.area.viewport().width(), f"something is too wide ({key})"
        if key is not None:
            fingers.press(Qt.Key.Key_Escape)


def test_the_path_of_somebody_else_comes_without_the_first_ones_form(
    page: PeoplePage, tab: PlanTab, bridge: FakeBridge
) -> None:
    other = record(90)
    Fingers().press(Qt.Key.Key_A)
    bridge.on(OpenPerson, lambda _ask: replace(samir(), person=other))
    bridge.on(OpenPlan, lambda ask: path_view(ask.person, NOW, steps=[step(7, "Toinen")]))
    page.open(AtCard(other, "plan"))
    assert tab.form.kind == ""
    assert [row.title for row in tab.sections["plan_step"].rows.rows()] == ["Toinen"]
