# SPDX-License-Identifier: MIT
"""Finding a service by keys: the field keeps them while the list is gone through, and every hit says why."""

import msgspec
import pytest
from fingers import CTRL, Fingers, held
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from service_shelf import STATE, WALK_IN, ServiceShelf, row, rows, service
from walker import walk

from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.services import (
    CatalogueState,
    MarkService,
    OpenService,
    SearchServices,
    ServiceFilters,
    ServicesFound,
    Unmet,
)
from desktop.ui.app import Dressed
from desktop.ui.errand import ChosenService, Errand, Found
from desktop.ui.services.aside import PAPER, SERVICE
from desktop.ui.services.page import ServicesPage
from desktop.ui.theme.theme import Theme
from desktop.ui.words.language import Language

DOWN, UP, SPACE, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Return


def names(page: ServicesPage) -> list[str]:
    """Return the names of the hits, best first."""
    return [hit.name for hit in page.pane.hits.hits()]


def search(page: ServicesPage, qtbot: QtBot, text: str) -> None:
    """Type a text and wait for its hits."""
    Fingers().write(text)
    qtbot.waitUntil(lambda: not page.pane._wait.isActive() and not page.pane._pending)


def test_a_word_typed_fast_asks_once_and_the_hits_are_counted(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    search(page, qtbot, "suomen kurssi")
    asked = [ask.text for ask in shelf.bridge.all_of(SearchServices)]
    assert asked[0] == ""
    assert asked[-1] == "suomen kurssi"
    assert len(asked) < len("suomen kurssi")
    assert page.pane.count.text() == "4 palvelua"
    assert held() is page.pane.search


def test_a_late_answer_to_an_older_text_is_thrown_away(page: ServicesPage, shelf: ServiceShelf) -> None:
    found = {
        "s": ServicesFound(rows(), 6, partly=False, catalogue=STATE),
        "su": ServicesFound(rows()[:1], 1, partly=False, catalogue=STATE),
    }
    shelf.bridge.on(SearchServices, lambda ask: found[ask.text])
    shelf.bridge.held = True
    for text in ("s", "su"):
        page.pane.search.setText(text)
        page.pane.reload()
    waiting, shelf.bridge._waiting = shelf.bridge._waiting[::-1], []
    for answer in waiting:
        answer()
    assert names(page) == ["Stadin AO, suomi A2"]


def test_arrows_move_the_list_while_the_field_keeps_the_keys(page: ServicesPage) -> None:
    fingers = Fingers()
    fingers.press(DOWN, DOWN, UP)
    assert page.pane.hits.key() == service(2).hex()
    assert held() is page.pane.search


def test_ctrl_space_and_insert_mark_from_the_field(page: ServicesPage) -> None:
    fingers = Fingers()
    fingers.press(SPACE, held_down=CTRL)
    fingers.press(DOWN, DOWN, Qt.Key.Key_Insert)
    assert page.chosen() == (
        ChosenService(service(1), "Stadin AO, suomi A2"),
        ChosenService(service(3), "Selkosuomen keskustelupaja"),
    )
    assert page.pane.taken.text() == "2 valittu"
    assert page.pane.search.text() == ""
    fingers.press(Qt.Key.Key_Insert)
    assert page.pane.taken.text() == "1 valittu"


def test_a_space_in_the_field_is_a_space(page: ServicesPage) -> None:
    Fingers().write("a b")
    assert page.pane.search.text() == "a b"
    assert page.pane.taken.text().startswith("Valitse")


def test_space_marks_in_the_list_and_up_leads_back_to_the_field(page: ServicesPage) -> None:
    page.pane.hits.setFocus()
    fingers = Fingers()
    fingers.press(SPACE)
    assert [hit.marked for hit in page.pane.hits.hits()] == [True] + [False] * 5
    fingers.press(UP)
    assert held() is page.pane.search


def test_marked_services_stay_marked_over_another_search(page: ServicesPage, qtbot: QtBot) -> None:
    Fingers().press(SPACE, held_down=CTRL)
    search(page, qtbot, "luku")
    assert names(page) == ["Luku- ja kirjoitustaito"]
    assert page.chosen() == (ChosenService(service(1), "Stadin AO, suomi A2"),)


def test_another_question_stands_at_its_best_hit_and_a_refresh_where_one_was(
    page: ServicesPage, qtbot: QtBot
) -> None:
    Fingers().press(DOWN, DOWN, DOWN, DOWN, DOWN)
    page.pane.reload()
    assert page.pane.hits.key() == service(6).hex()
    search(page, qtbot, "suomi")
    assert page.pane.hits.key() == service(1).hex()


def test_a_district_that_the_place_names_already_is_not_said_twice(
    page: ServicesPage, shelf: ServiceShelf
) -> None:
    shelf.rows = [row(1, "Yksi", place="Opisto, Kallio", district="301", places_free=3, open="no")]
    page.pane.reload()
    (hit,) = page.pane.hits.hits()
    assert (hit.where, hit.to_be_had) == ("Opisto, Kallio", "Paikkoja 3")


def test_enter_opens_the_right_service_even_before_the_hits_have_come(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    fingers = Fingers()
    fingers.write("luku")
    fingers.press(ENTER)
    qtbot.waitUntil(lambda: page.aside.service.service == service(5))
    assert [ask.service for ask in shelf.bridge.all_of(OpenService)] == [service(5)]
    assert page.aside.face == SERVICE


def test_a_press_on_the_box_marks_and_one_beside_it_opens(page: ServicesPage) -> None:
    hits = page.pane.hits
    second = hits.visualRect(hits.model().index(1, 0))
    QTest.mouseClick(
        hits.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(second.left() + 23, second.top() + 20)
    )
    assert page.pane.taken.text() == "1 valittu"
    assert page.aside.face == PAPER
    QTest.mouseClick(
        hits.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(second.left() + 120, second.top() + 20)
    )
    assert page.aside.service.service == service(2)


def test_f_makes_a_favourite_and_h_hides(page: ServicesPage, shelf: ServiceShelf) -> None:
    page.pane.hits.setFocus()
    fingers = Fingers()
    fingers.press(DOWN, Qt.Key.Key_F)
    assert shelf.bridge.all_of(MarkService) == [MarkService(service(2), favourite=True, hidden=False)]
    fingers.press(Qt.Key.Key_H)
    assert shelf.bridge.all_of(MarkService)[-1] == MarkService(service(2), favourite=True, hidden=True)
    assert "Suomi töissä, iltakurssi" not in names(page)


def test_filters_ask_and_are_cleared_by_keys(page: ServicesPage, shelf: ServiceShelf) -> None:
    page.filters.setFocus()
    fingers = Fingers()
    fingers.press(DOWN, SPACE)
    assert shelf.bridge.all_of(SearchServices)[-1].filters == ServiceFilters(ages=["18_20", "21_24", "25_29"])
    page.filters._tick("only:places_now")
    page.filters._tick("obligation:voluntary")
    page.filters._tick("obligation:binding")
    asked = shelf.bridge.all_of(SearchServices)[-1].filters
    assert (asked.places_now, asked.obligation) == (True, "binding")
    assert page.pane.count.text() == "4 palvelua"
    page.filters.clear.setFocus()
    fingers.press(ENTER)
    assert shelf.bridge.all_of(SearchServices)[-1].filters == ServiceFilters()
    assert not page.filters.clear.isEnabled()


def test_every_filter_of_the_pane_reaches_the_search(page: ServicesPage, shelf: ServiceShelf) -> None:
    empty = ServiceFilters()
    for one in page.filters.list.rows():
        if one.tickable:
            page.filters._tick(one.key)
            assert shelf.bridge.all_of(SearchServices)[-1].filters != empty, one.key
            page.filters._tick(one.key)
    assert shelf.bridge.all_of(SearchServices)[-1].filters == empty


def test_the_client_is_marked_in_the_filters_but_nothing_is_ticked_for_them(
    page: ServicesPage, shelf: ServiceShelf
) -> None:
    page.open(WALK_IN)
    mine = [(one.text, one.ticked) for one in page.filters.list.rows() if one.mine]
    assert mine == [("18\N{EN DASH}29", False), ("venäjä", False)]
    asked = shelf.bridge.all_of(SearchServices)[-1]
    assert (asked.client, asked.filters) == (WALK_IN.client, ServiceFilters())
    assert page.strip.words() == "Asioinnille: 25\N{EN DASH}29, venäjä"


def test_a_language_seldom_spoken_is_offered_when_it_is_the_clients(page: ServicesPage) -> None:
    client = msgspec.structs.replace(WALK_IN.client, language="ti")
    page.open(Errand(client, visit=True))
    assert [one.text for one in page.filters.list.rows() if one.key == "language:ti"] == ["tigrinja"]


def test_hits_say_why_and_what_does_not_fit_this_client(page: ServicesPage) -> None:
    page.open(WALK_IN)
    said = {hit.name: hit for hit in page.pane.hits.hits()}
    assert said["Stadin AO, suomi A2"].lit == ("suomi",)
    assert said["Stadin AO, suomi A2"].where == "Hattulantie 2, Vallila"
    assert said["Stadin AO, suomi A2"].terms == "17+ · maksuton"
    assert said["Stadin AO, suomi A2"].to_be_had == "Paikkoja 12, alkaa 7.1.2027"
    assert [mark.word for mark in said["Suomi töissä, iltakurssi"].unmet] == ["venäjä puuttuu"]
    assert [mark.word for mark in said["Luku- ja kirjoitustaito"].unmet] == ["vain 30 vuotta täyttäneille"]
    assert said["Selkosuomen keskustelupaja"].why == "osuma: keskusteluryhmä, kysyit kurssi"
    assert said["Selkosuomen keskustelupaja"].to_be_had == "Ajanvarauksetta, auki 19.00 asti"
    assert said["Ammattisuomi: sähkö- ja LVI-ala"].stale is not None
    assert "vanhentunut, tarkista" in said["Ammattisuomi: sähkö- ja LVI-ala"].spoken
    assert said["Stadin AO, suomi A2"].checked == "tarkistettu 20.11."


@pytest.mark.parametrize(
    ("unmet", "said"),
    [
        (Unmet("age", {"lowest": 18, "highest": 29}), "vain 18\N{EN DASH}29-vuotiaille"),
        (Unmet("municipality", {"wanted": "091"}), "ei asiakkaan kotikunnasta"),
        (Unmet("status", {"wanted": "student"}), "ei asiakkaan tilanteeseen"),
        (Unmet("level", {"language": "fi", "wanted": "b1_1"}), "edellyttää tasoa B1.1"),
        (Unmet("not_open_yet", {"day": "2026-12-01"}), "alkaa vasta 1.12."),
        (Unmet("over", {"day": "2026-11-01"}), "päättynyt"),
        (Unmet("full", {"queue_weeks": 3}), "täynnä"),
        (Unmet("closed_now"), "kiinni nyt"),
        (Unmet("of_tomorrow"), "ei aivan sovi"),
    ],
)
def test_everything_unmet_is_said_in_words(
    page: ServicesPage, shelf: ServiceShelf, unmet: Unmet, said: str
) -> None:
    shelf.rows = [row(1, "Yksi", lowest_age=18, highest_age=29, unmet=[unmet])]
    page.pane.reload()
    (hit,) = page.pane.hits.hits()
    assert [mark.word for mark in hit.unmet] == [said]
    assert said in hit.spoken


def test_nothing_found_says_what_to_do_and_how_to_get_rid_of_filters(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    search(page, qtbot, "zzz")
    assert page.pane.empty.text() == "Ei palveluja haulle 'zzz'. Kokeile toista sanaa tai sanan osaa."
    assert not page.pane.clear.isVisible()
    page.filters._tick("only:favourites")
    assert page.pane.empty.text().startswith("Mikään palvelu ei sovi rajauksiin.")
    page.pane.clear.setFocus()
    Fingers().press(ENTER)
    assert page.filters.count() == 0
    assert shelf.bridge.all_of(SearchServices)[-1].filters == ServiceFilters()


def test_an_empty_catalogue_says_where_services_come_from(page: ServicesPage, shelf: ServiceShelf) -> None:
    shelf.bridge.on(
        SearchServices,
        lambda _ask: ServicesFound([], 0, partly=False, catalogue=CatalogueState(0, 0, 0)),
    )
    page.pane.reload()
    assert page.pane.empty.text().startswith("Täällä ei ole vielä palveluja.")
    assert page.pane.fresh.words() == ""
    assert page.chosen() == ()
    assert not page.aside.foot.print.isEnabled()


def test_the_foot_says_how_fresh_the_catalogue_is(page: ServicesPage) -> None:
    assert page.pane.fresh.words() == "Luettelo päivitetty 23.11. klo 18.02. Toimii ilman verkkoa."


def test_escape_empties_the_field_and_then_goes_back_with_what_was_marked(
    page: ServicesPage, qtbot: QtBot
) -> None:
    page.open(WALK_IN)
    fingers = Fingers()
    search(page, qtbot, "suomi")
    fingers.press(SPACE, held_down=CTRL)
    fingers.press(Qt.Key.Key_Escape)
    assert page.pane.search.text() == ""
    with qtbot.waitSignal(page.go) as gone:
        fingers.press(Qt.Key.Key_Escape)
    assert gone.args == ["today", Found((ChosenService(service(1), "Stadin AO, suomi A2"),))]
    assert page.strip.words() == ""
    assert page.pane.taken.text().startswith("Valitse")


def test_the_errand_can_be_let_go(page: ServicesPage, shelf: ServiceShelf) -> None:
    page.open(WALK_IN)
    page.strip.drop.setFocus()
    Fingers().press(SPACE)
    assert page.strip.words() == ""
    assert shelf.bridge.all_of(SearchServices)[-1].client == Errand().client
    assert not [one for one in page.filters.list.rows() if one.mine]


def test_a_search_that_fails_is_told_by_the_window(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    shelf.bridge.refuse(SearchServices, Problem.DISK_FULL)
    with qtbot.waitSignal(page.troubled) as told:
        page.pane.reload()
    assert told.args[0].problem is Problem.DISK_FULL
    assert len(names(page)) == 6


def test_nothing_is_left_after_forgetting(page: ServicesPage, press: object, qtbot: QtBot) -> None:
    page.open(WALK_IN)
    search(page, qtbot, "suomi")
    Fingers().press(SPACE, held_down=CTRL)
    page.filters._tick("only:favourites")
    page.aside.handout.words.setText("Tuo henkilötodistus")
    page._opened(service(1).hex())
    page.forget()
    assert page.pane.search.text() == ""
    assert names(page) == []
    assert page.chosen() == ()
    assert page.aside.service.service is None
    assert page.aside.service.told.words() == []
    assert page.aside.words == ""
    assert page.filters.count() == 0
    assert page.strip.words() == ""
    assert getattr(press, "left", 0) == 1


def test_the_words_follow_a_switch_of_language(page: ServicesPage, dressed: Dressed, qtbot: QtBot) -> None:
    page.open(WALK_IN)
    dressed.translations.speak(Language.SWEDISH)
    qtbot.waitUntil(lambda: page.pane.count.text() == "6 tjänster")
    assert page.strip.words() == "För besöket: 25\N{EN DASH}29, ryska"
    dressed.translations.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: page.pane.count.text() == "6 services")
    assert [mark.word for mark in page.pane.hits.hits()[1].unmet] == ["not in Russian"]


@pytest.mark.parametrize("compact", [False, True])
def test_the_walker_finds_nothing_to_say(
    page: ServicesPage, theme: Theme, shelf: ServiceShelf, *, compact: bool
) -> None:
    if compact:
        page.resize(960, 584)
        page.set_compact(compact=True)
    assert walk(page, theme) == []
    page.open(WALK_IN)
    assert walk(page, theme) == []
    shelf.notes = [msgspec.structs.replace(shelf.notes[0], mine=True)]
    page._opened(service(1).hex())
    assert walk(page, theme) == []


def test_in_the_small_window_one_pane_at_a_time_stands_beside_the_list(page: ServicesPage) -> None:
    page.resize(960, 584)
    page.set_compact(compact=True)
    assert (page.filters.isVisible(), page.aside.isVisible()) == (False, True)
    page.pane.narrow.click()
    assert (page.filters.isVisible(), page.aside.isVisible()) == (True, False)
    page.filters._tick("only:free")
    assert page.pane.narrow.text() == "Rajaa 1"
    page.pane.narrow.click()
    assert (page.filters.isVisible(), page.aside.isVisible()) == (False, False)
    Fingers().press(ENTER)
    assert page.aside.isVisible()
    assert page.minimumSizeHint().width() <= 960
    page.set_compact(compact=False)
    assert (page.filters.isVisible(), page.aside.isVisible()) == (True, True)
