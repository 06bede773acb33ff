# SPDX-License-Identifier: MIT
"""The path in the card's history: each line says what happened, and the filter shows the path alone."""

import pytest
from fake_notebook import FakeBridge
from msgspec.structs import replace
from people_world import NOW, SAMIR, samir, tools_with

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldValue, HistoryRow, OpenPerson
from desktop.notebook.messages.settling import FieldHistoryView, OpenFieldHistory
from desktop.ui.app import Dressed
from desktop.ui.page import Tools
from desktop.ui.people.history_words import detail, passes, title
from desktop.ui.people.page import PeoplePage
from desktop.ui.words.fields import field_label, written_value
from sync.records.ids import derived_entity


def row(kind: str, what: str, fields: list[str], text: str = "") -> HistoryRow:
    return HistoryRow(
        at=NOW, kind=kind, what=what, fields=fields, text=text, by="Mehmet Kaya", mine=False,
        marks=[Mark.DELIVERED], save=None,
    )  # fmt: skip


@pytest.fixture
def tools(dressed: Dressed) -> Tools:
    return tools_with(dressed, FakeBridge())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (row("plan", "created", ["goal"]), ("Suunnitelma tehty", "Mehmet Kaya. Tavoite")),
        (
            row("plan", "changed", ["agreed", "goal"]),
            ("Suunnitelmaa muutettu", "Mehmet Kaya. Sovittu, Tavoite"),
        ),
        (row("plan_step", "created", [], "Soita Kelaan"), ("Vaihe: Soita Kelaan", "Mehmet Kaya")),
        (
            row("plan_step", "moved", ["stalled", "Jonossa"], "Soita Kelaan"),
            ("Vaihe: Soita Kelaan", "Mehmet Kaya. Jumissa: Jonossa"),
        ),
        (
            row("plan_step", "changed", ["due"], "Soita Kelaan"),
            ("Vaihe: Soita Kelaan", "Mehmet Kaya. Muutettu: Määräpäivä"),
        ),
        (
            row("encounter", "met", ["phone"], "Sovittiin haku"),
            ("Tapaaminen: Puhelu", "Mehmet Kaya. Sovittiin haku"),
        ),
        (row("transition", "created", ["education"]), ("Siirtymä: Koulutus", "Mehmet Kaya")),
        (row("permit", "created", ["hygiene"]), ("Lupa tai kortti: Hygieniapassi", "Mehmet Kaya")),
        (row("skill", "created", [], "Trukki"), ("Osaaminen: Trukki", "Mehmet Kaya")),
    ],
    ids=lambda one: f"{one.kind} {one.what}" if isinstance(one, HistoryRow) else "",
)
def test_each_line_says_what_happened(tools: Tools, line: HistoryRow, words: tuple[str, str]) -> None:
    assert (title(line, tools), detail(line, tools)) == words
    assert passes(line, "path")
    assert not passes(line, "changes")


def test_the_state_of_a_step_is_written_in_words_where_two_are_chosen_between(tools: Tools) -> None:
    value: FieldValue = {"status": "stalled", "at": NOW, "reason": "Jonossa"}
    language = tools.translations.language
    assert written_value("plan_step", "state", value, tools.codes, language) == "Jumissa 24.11.2026, Jonossa"
    assert field_label("encounter", "with/interpreter", tools.codes) == "Mukana: Tulkki"


def test_the_fields_of_a_plan_have_a_history_of_their_own(page: PeoplePage, bridge: FakeBridge) -> None:
    lines = [row("plan", "changed", ["goal"]), *samir().history]
    bridge.on(OpenPerson, lambda _ask: replace(samir(), history=lines))
    bridge.on(
        OpenFieldHistory,
        lambda ask: FieldHistoryView(
            ask.entity, "plan", ask.field, "Samir Haddad", [], masked=False, can_restore=True, earlier=False
        ),
    )
    page.open(SAMIR)
    page.card.show_field("plan/goal")
    assert bridge.all_of(OpenFieldHistory) == [OpenFieldHistory(derived_entity(SAMIR, "plan"), "goal")]
    assert page.card.history.field.choice.key() == "plan/goal"
    assert page.card.history.field.choice.currentText() == "Tavoite"
