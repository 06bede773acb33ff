# SPDX-License-Identifier: MIT
"""The editor goes through the piles by keys: one key a service, and the next is open at once."""

import pytest
from cut_words import cut_words
from editing_desk import COACHING, CTRL, LONG, STALE, TODAY, Bench, made
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.editing import JudgeProposal, ListEditing, SaveService
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.words.language import Language
from sync.catalogue.model import service_entity
from sync.records.ids import EntityId

PILES = ["waiting", "proposals", "stale", "own", "withdrawn", "all"]


def test_the_page_opens_with_what_waits_and_focus_in_the_list(bench: Bench) -> None:
    assert bench.names() == ["Digineuvonta kirjastossa", "Hygieniapassikurssi"]
    assert bench.title() == "Digineuvonta kirjastossa"
    assert bench.focus() is bench.page.list.rows
    assert bench.page.item.place.text() == "1 / 2"


def test_the_piles_say_what_they_hold(bench: Bench) -> None:
    chips = bench.page.list.piles.chips
    assert [chips[key].text() for key in PILES] == [
        "Odottaa 2",
        "Ehdotukset 1",
        "Vanhentuneet 1",
        "Omat",
        "Poistetut 1",
        "Kaikki",
    ]
    bench.pile("own")
    assert bench.names() == ["Kesän pop-up", "Torstain työpaja"]


def test_one_key_publishes_what_waits_and_the_next_is_open_at_once(bench: Bench) -> None:
    bench.key(Qt.Key.Key_1, CTRL)
    assert bench.title() == "Hygieniapassikurssi"
    assert bench.focus() is bench.page.list.rows
    assert bench.page.item.toast.words() == "Julkaistu"
    bench.key(Qt.Key.Key_2, CTRL)
    judged = bench.notebook.all_of(JudgeProposal)
    assert [ask.accept for ask in judged] == [True, False]
    assert [ask.sight for ask in judged] == [7, 7]
    assert bench.names() == []
    assert bench.page.item.shown is None
    assert bench.focus() is bench.page.list.piles.chips["waiting"]


def test_j_and_k_and_the_arrows_go_through_the_list(bench: Bench) -> None:
    bench.pile("all")
    bench.key(Qt.Key.Key_J)
    bench.key(Qt.Key.Key_Down)
    assert bench.title() == "Kesän pop-up"
    bench.key(Qt.Key.Key_K)
    bench.key(Qt.Key.Key_Up)
    assert bench.title() == "Digineuvonta kirjastossa"
    bench.page.list.search.setFocus()
    bench.type("jk")
    assert bench.page.list.search.text() == "jk"


def test_a_proposal_is_told_field_by_field_in_words(bench: Bench) -> None:
    bench.pile("proposals")
    lines = {line.field: line for line in bench.page.item.changes.lines()}
    assert (lines["Alaikäraja"].before, lines["Alaikäraja"].after) == ("18", "17")
    assert lines["Kuvaus (suomi)"].after == LONG
    assert lines["Aiheet"].before == "Työnhaku"
    assert lines["Lyhyesti (ruotsi)"].after == "poistettu"
    assert bench.page.item.changes.heightForWidth(400) > bench.page.item.changes.heightForWidth(900)
    assert bench.page.item.changes_title.text() == "Ehdotetut muutokset, 4 kohtaa"
    assert not bench.page.item.facts.isVisible()
    bench.page.item.whole.click()
    assert bench.page.item.facts.words()["Velvoittavuus"] == "Velvoittava, jos sovittu suunnitelmassa"


def test_a_proposal_is_shown_whole_in_the_compact_window_from_the_first(bench: Bench) -> None:
    bench.page.set_compact(compact=True)
    bench.page.resize(960, 584)
    bench.pile("proposals")
    assert cut_words(bench.page) == []  # after it the layout has settled
    changes = bench.page.item.changes
    assert changes.height() >= changes.heightForWidth(changes.width()) > 0


def test_taking_a_proposal_writes_it_and_leaving_keeps_what_stands(bench: Bench) -> None:
    bench.pile("proposals")
    bench.key(Qt.Key.Key_1, CTRL)
    coaching = service_entity(COACHING.origin)
    assert bench.desk.content[coaching]["lowest_age"] == 17
    assert bench.page.item.toast.words() == "Ehdotus hyväksytty"
    assert bench.names() == []


def test_what_may_not_be_published_says_which_field_and_leads_to_the_form(bench: Bench) -> None:
    bench.notebook.refuse(JudgeProposal, Problem.FIELD_REFUSED, field="web.fi", reason="bad_web")
    bench.key(Qt.Key.Key_1, CTRL)
    refused = bench.page.item.refused
    assert refused.isVisible()
    assert refused.words().startswith("Ei vielä julkaistu. Verkko-osoite (suomi):")
    assert bench.title() == "Digineuvonta kirjastossa"
    refused.button.click()
    assert bench.page.right.currentWidget() is bench.page.form


def test_another_trouble_goes_to_the_window_and_the_service_stays(bench: Bench) -> None:
    told = QSignalSpy(bench.page.troubled)
    bench.notebook.refuse(JudgeProposal, Problem.DISK_FULL)
    bench.key(Qt.Key.Key_1, CTRL)
    assert told.count() == 1
    assert bench.title() == "Digineuvonta kirjastossa"
    assert bench.page.item.foot.offers("take")


def test_a_key_pressed_twice_judges_once(bench: Bench) -> None:
    bench.notebook.held = True
    bench.key(Qt.Key.Key_1, CTRL)
    bench.key(Qt.Key.Key_1, CTRL)
    bench.notebook.let_go()
    assert len(bench.notebook.all_of(JudgeProposal)) == 1


def test_nothing_is_judged_while_the_next_service_is_still_coming(bench: Bench) -> None:
    bench.notebook.held = True
    bench.key(Qt.Key.Key_Down)
    bench.key(Qt.Key.Key_1, CTRL)
    bench.notebook.let_go()
    assert bench.notebook.all_of(JudgeProposal) == []
    assert bench.title() == "Hygieniapassikurssi"


def test_a_stale_service_is_marked_as_checked_with_one_key(bench: Bench) -> None:
    bench.pile("stale")
    assert bench.page.item.stale.words().startswith("Tämä on odottanut tarkistusta 1.11.2026 alkaen.")
    bench.key(Qt.Key.Key_3, CTRL)
    (ask,) = bench.notebook.all_of(SaveService)
    assert (ask.content["checked"], ask.content["stale_after"]) == (TODAY, "2027-05-24")
    assert (ask.status, ask.sight, ask.service) == ("published", 7, service_entity(STALE.origin))


def test_a_service_is_withdrawn_and_brought_back(bench: Bench) -> None:
    bench.pile("stale")
    bench.page.item.foot.buttons["withdraw"].click()
    assert bench.desk.status[service_entity(STALE.origin)] == "withdrawn"
    bench.pile("withdrawn")
    assert bench.names() == ["Kesän pop-up", "Starttiraha"]
    bench.key(Qt.Key.Key_Down)
    bench.key(Qt.Key.Key_1, CTRL)
    assert bench.desk.status[service_entity(STALE.origin)] == "published"


def test_the_last_thing_done_is_taken_back_once(bench: Bench) -> None:
    bench.key(Qt.Key.Key_1, CTRL)
    bench.page.undo()
    bench.page.undo()
    assert [save.n for save in bench.desk.undone] == [1]
    assert bench.page.item.toast.words() == "Kumottu"


def test_rows_say_what_is_to_see_but_not_what_their_pile_says(bench: Bench) -> None:
    bench.desk.conflicts.add(service_entity(COACHING.origin))
    bench.pile("all")
    marks = {row.title: [mark.word for mark in row.marks] for row in bench.page.list.rows.rows()}
    assert marks["Starttiraha"] == ["Vanhentunut"]
    assert marks["Torstain työpaja"] == ["Lähettämättä"]
    assert marks["Työhönvalmennus"] == ["Kaksi arvoa", "Ehdotus"]
    bench.pile("proposals")
    assert [mark.word for mark in bench.page.list.rows.rows()[0].marks] == ["Kaksi arvoa"]
    assert bench.page.item.two_values.isVisible()


def test_searching_asks_for_names_and_enter_goes_to_the_hits(bench: Bench, qtbot: QtBot) -> None:
    bench.pile("all")
    bench.page.seek()
    bench.type("start")
    qtbot.waitUntil(lambda: bench.names() == ["Starttiraha"])
    assert bench.notebook.all_of(ListEditing)[-1].text == "start"
    bench.key(Qt.Key.Key_Return)
    assert bench.focus() is bench.page.list.rows


def test_what_a_newer_version_wrote_can_be_seen_but_not_edited(bench: Bench) -> None:
    entity = EntityId(bytes([7]) * 16)
    bench.desk.content[entity] = {"name": {"fi": "Uusi muoto"}, "places": "elsewhere"}
    bench.desk.status[entity] = "published"
    bench.page.open(entity)
    assert bench.page.item.newer.isVisible()
    assert not bench.page.item.foot.offers("edit")
    bench.key(Qt.Key.Key_E, CTRL)
    assert bench.page.right.currentWidget() is bench.page.item


def test_other_people_s_work_changes_the_list_and_the_open_service(bench: Bench) -> None:
    bench.desk.put(made("Aamuryhmä", "morning"), "waiting")
    bench.page.records_changed(["visit"])
    assert len(bench.names()) == 2
    bench.page.records_changed(["service"])
    assert bench.names()[0] == "Aamuryhmä"
    assert bench.title() == "Digineuvonta kirjastossa"
    assert bench.page.item.place.text() == "2 / 3"


def test_locking_leaves_no_word_on_the_page(bench: Bench) -> None:
    bench.page.forget()
    assert bench.names() == []
    assert bench.title() == ""
    assert bench.page.item.facts.words() == {}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("pile", PILES)
def test_every_pile_is_reached_named_and_large_enough(
    bench: Bench, dressed: Dressed, language: Language, pile: str
) -> None:
    dressed.translations.speak(language)
    bench.pile(pile)
    QApplication.processEvents()
    assert walk(bench.page, dressed.theme) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("pile", PILES)
def test_no_words_are_cut_in_the_compact_window(
    bench: Bench, dressed: Dressed, language: Language, pile: str
) -> None:
    dressed.translations.speak(language)
    bench.page.set_compact(compact=True)
    bench.page.resize(960, 584)
    bench.pile(pile)
    assert cut_words(bench.page) == []
    assert bench.page.width() == 960
