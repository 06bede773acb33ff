# SPDX-License-Identifier: MIT
"""Search as one types: each letter asks, late answers are thrown away, the keyboard does it all."""

from fake_notebook import FakeBridge
from fingers import Fingers, held
from people_world import SAMIR, VISIT, rows
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.people import LinkVisit, OpenPerson, PeopleFound, SearchPeople
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.people.page import PeoplePage
from desktop.ui.theme.theme import Theme
from desktop.ui.words.language import Language


def test_each_letter_asks_and_the_hits_are_counted(page: PeoplePage, bridge: FakeBridge) -> None:
    Fingers().write("sam")
    asked = [ask.text for ask in bridge.all_of(SearchPeople)]
    assert asked == ["", "s", "sa", "sam"]
    assert page.pane.hits.text() == "3 osumaa"


def test_a_late_answer_to_an_older_text_is_thrown_away(page: PeoplePage, bridge: FakeBridge) -> None:
    late: dict[str, PeopleFound] = {
        "s": PeopleFound(rows(), len(rows()), more=False),
        "sa": PeopleFound(rows()[:1], 1, more=False),
    }
    bridge.on(SearchPeople, lambda ask: late[ask.text])
    bridge.held = True
    Fingers().write("sa")
    waiting, bridge._waiting = bridge._waiting[::-1], []
    for answer in waiting:
        answer()
    assert [row.title for row in page.pane.rows.rows()] == ["Samir Haddad"]


def test_down_and_enter_open_the_card_of_the_first_hit(page: PeoplePage, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.write("sam")
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [ask.person for ask in bridge.all_of(OpenPerson)] == [SAMIR]
    assert page.card.head.name.text() == "Samir Haddad"
    assert fingers.strokes == 5


def test_up_from_the_first_row_goes_back_to_the_search(page: PeoplePage) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Down)
    assert held() is page.pane.rows
    fingers.press(Qt.Key.Key_Up)
    assert held() is page.pane.search


def test_no_hits_say_what_to_do_next(page: PeoplePage) -> None:
    Fingers().write("zzz")
    assert page.pane.empty.text() == "Ei osumia haulle 'zzz'. Lisää uusi ihminen (Ctrl\N{NO-BREAK SPACE}I)."
    assert page.pane.empty.isVisible()
    assert not page.pane.rows.isVisible()


def test_the_scope_is_asked_with_the_text(page: PeoplePage, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.write("s")
    fingers.press(Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert page.pane.scope.key() == "all"
    assert (bridge.all_of(SearchPeople)[-1].text, bridge.all_of(SearchPeople)[-1].scope) == ("s", "all")


def test_rows_say_year_whose_language_and_what_was_matched(page: PeoplePage) -> None:
    page.open({"search": "sam"})
    page.pane.scope.set_key("all")
    page.pane.reload()
    said = {row.title: row.second for row in page.pane.rows.rows()}
    assert said["Samir Haddad"] == "1996 · Oma · ar"
    assert said["Sami Häkkinen"] == "1988 · Mehmet K. · fi"
    assert said["Oleksandra Samoilenko"].endswith("löytyi puhelimella")


def test_a_protected_person_shows_nothing_but_that(page: PeoplePage) -> None:
    page.pane.scope.set_key("all")
    page.pane.reload()
    row = next(row for row in page.pane.rows.rows() if row.title == "S. H.")
    assert (row.second, [mark.word for mark in row.marks]) == ("Vain nimetyt näkevät", ["Turvakielto"])


def test_a_search_from_the_header_goes_on_being_typed_here(page: PeoplePage) -> None:
    page.open({"search": "sa"})
    Fingers().write("m")
    assert page.pane.search.text() == "sam"
    assert page.pane.scope.key() == "all"


def test_nobody_of_ones_own_is_said_with_where_to_look(page: PeoplePage, bridge: FakeBridge) -> None:
    bridge.on(SearchPeople, lambda _ask: PeopleFound([], 0, more=False))
    page.pane.reload()
    assert page.pane.empty.text().startswith("Sinulla ei ole vielä omia asiakkaita.")


def test_a_walk_in_is_linked_to_the_person_chosen_with_enter(page: PeoplePage, bridge: FakeBridge) -> None:
    page.open({"link": VISIT})
    fingers = Fingers()
    assert page.pane.linking.isVisible()
    fingers.write("samir")
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert bridge.all_of(LinkVisit) == [LinkVisit(VISIT, SAMIR)]
    assert page.card.head.toast.words() == "Asiointi liitetty"
    assert not page.pane.linking.isVisible()


def test_escape_gives_the_linking_up(page: PeoplePage, bridge: FakeBridge) -> None:
    page.open({"link": VISIT})
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Escape)
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert bridge.all_of(LinkVisit) == []
    assert page.card.head.name.text() == "Samir Haddad"


def test_nothing_is_left_after_forgetting(page: PeoplePage) -> None:
    Fingers().write("sam")
    Fingers().press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    page.forget()
    assert page.pane.rows.rows() == ()
    assert page.pane.search.text() == ""
    assert page.card.view is None
    assert page.card.head.name.text() == ""
    assert page.card.contact.lines == ()
    assert page.card.history.timeline.entries() == ()


def test_the_words_follow_a_switch_of_language(page: PeoplePage, dressed: Dressed, qtbot: QtBot) -> None:
    dressed.translations.speak(Language.SWEDISH)
    qtbot.waitUntil(lambda: page.pane.add.text() == "Ny person")
    assert page.pane.hits.text().endswith("personer")


def test_the_walker_finds_nothing_to_say(page: PeoplePage, theme: Theme) -> None:
    assert walk(page, theme) == []
    Fingers().press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert walk(page, theme) == []


def test_pressing_twice_links_once(page: PeoplePage, bridge: FakeBridge) -> None:
    page.open({"link": VISIT})
    bridge.held = True
    page.pane.person_opened.emit(SAMIR.hex())
    page.pane.person_opened.emit(SAMIR.hex())
    bridge.let_go()
    assert bridge.all_of(LinkVisit) == [LinkVisit(VISIT, SAMIR)]


def test_a_link_that_was_refused_can_be_tried_again(
    page: PeoplePage, bridge: FakeBridge, qtbot: QtBot
) -> None:
    bridge.refuse(LinkVisit, Problem.DISK_FULL)
    page.open({"link": VISIT})
    with qtbot.waitSignal(page.troubled):
        Fingers().press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.pane.linking.isVisible()
    Fingers().press(Qt.Key.Key_Return)
    assert len(bridge.all_of(LinkVisit)) == 2
