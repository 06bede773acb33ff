# SPDX-License-Identifier: MIT
"""The supervisor goes through the queue by keys: one key a clean item, nothing judged that is not shown."""

import pytest
from cut_words import cut_words
from fake_notebook import FakeBridge
from page_bench import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from review_queue import EAST, LONG, NORTH, NOW, ROWS, ReviewDesk, entity, fill_notebook
from walker import walk

from desktop.notebook.messages.laptop import SaveDraft
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.review import GiveReview, ListReview, OpenReview, ReviewQueue
from desktop.ui.app import Dressed
from desktop.ui.review.page import ReviewPage
from desktop.ui.words.language import Language

CTRL = Qt.KeyboardModifier.ControlModifier


class Bench:
    """A shown page, the notebook it asks, and the queue behind that."""

    def __init__(self, dressed: Dressed, qtbot: QtBot) -> None:
        self.notebook = FakeBridge()
        self.desk: ReviewDesk = fill_notebook(self.notebook)
        self.page = shown_page(ReviewPage, self.notebook, dressed, qtbot, now=NOW)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        """Type where the focus is; QTest knows the keys of ASCII only."""
        QTest.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """Return what has the focus."""
        held = QApplication.focusWidget()
        assert held is not None
        return held

    def shown(self) -> str:
        """Return the item shown, or an empty text."""
        return self.page.item.shown.item if self.page.item.shown is not None else ""

    def opened(self) -> list[str]:
        """Return the items that were opened, in order."""
        return [ask.item for ask in self.notebook.all_of(OpenReview)]


@pytest.fixture
def bench(dressed: Dressed, qtbot: QtBot) -> Bench:
    return Bench(dressed, qtbot)


def test_the_page_opens_with_the_first_item_and_focus_in_the_queue(bench: Bench) -> None:
    assert bench.shown() == "i1"
    assert bench.focus() is bench.page.queue.rows
    assert bench.page.item.head.place.text() == "1 / 7"
    assert bench.opened() == ["i1"]


def test_one_key_approves_a_clean_item_and_the_next_is_open_at_once(bench: Bench) -> None:
    bench.key(Qt.Key.Key_1, CTRL)
    assert bench.desk.judged == {"i1": "approved"}
    assert bench.shown() == "i2"
    assert bench.page.queue.rows.key() == "i2"
    assert bench.focus() is bench.page.queue.rows
    assert bench.opened() == ["i1", "i2"]


def test_what_was_just_done_is_told_below_the_list_and_not_beside_the_next_items_buttons(
    bench: Bench,
) -> None:
    bench.key(Qt.Key.Key_1, CTRL)
    assert bench.page.queue.told.words() == "Hyväksytty: Samir Haddad"
    assert bench.shown() == "i2"
    bench.page.forget()
    assert bench.page.queue.told.words() == ""


def test_seven_keys_empty_a_queue_of_seven_but_for_own_work(bench: Bench) -> None:
    for _ in range(5):
        bench.key(Qt.Key.Key_1, CTRL)
    assert bench.shown() == "i6"  # own work: one key more to step over it
    bench.key(Qt.Key.Key_J)
    bench.key(Qt.Key.Key_1, CTRL)
    assert set(bench.desk.judged) == {row.item for row in ROWS} - {"i6"}
    assert bench.shown() == "i6"


def test_j_and_k_and_the_arrows_go_through_the_queue(bench: Bench) -> None:
    bench.key(Qt.Key.Key_J)
    bench.key(Qt.Key.Key_Down)
    assert bench.shown() == "i3"
    bench.key(Qt.Key.Key_K)
    assert bench.shown() == "i2"
    bench.key(Qt.Key.Key_Up)
    assert bench.shown() == "i1"
    assert bench.page.item.head.place.text() == "1 / 7"


def test_j_in_the_comment_is_a_letter(bench: Bench) -> None:
    bench.page.item.foot.comment.area.setFocus()
    bench.type("jk")
    assert bench.page.item.foot.comment.text() == "jk"
    assert bench.shown() == "i1"


@pytest.mark.parametrize(("key", "verdict"), [(Qt.Key.Key_2, "returned"), (Qt.Key.Key_3, "question")])
def test_returning_and_asking_need_a_comment_and_go_to_its_field(
    bench: Bench, key: Qt.Key, verdict: str
) -> None:
    bench.key(key, CTRL)
    comment = bench.page.item.foot.comment
    assert comment.error == "Kirjoita lyhyesti, mitä pitää täydentää tai korjata."
    assert bench.focus() is comment.area
    assert bench.shown() == "i1"
    bench.type("Puuttuu aika")
    assert comment.error == ""
    bench.key(key, CTRL)
    assert bench.desk.judged == {"i1": verdict}
    assert bench.notebook.all_of(GiveReview)[-1].comment == "Puuttuu aika"
    assert bench.shown() == "i2"
    assert comment.text() == ""


def test_own_work_says_why_the_actions_are_off(bench: Bench) -> None:
    bench.page.open("i6")
    foot = bench.page.item.foot
    assert not foot.approve.isEnabled()
    assert foot.why.isVisible()
    assert foot.why.words() == "Kirjasit tämän itse: toinen esihenkilö tarkistaa sen."
    bench.page.queue.rows.setFocus()
    bench.key(Qt.Key.Key_1, CTRL)
    assert bench.notebook.all_of(GiveReview) == []


def test_nothing_is_judged_while_the_next_item_is_still_coming(bench: Bench) -> None:
    bench.notebook.held = True
    bench.key(Qt.Key.Key_Down)
    bench.key(Qt.Key.Key_1, CTRL)
    bench.notebook.let_go()
    assert bench.desk.judged == {}
    assert bench.shown() == "i2"


def test_a_verdict_pressed_twice_is_given_once(bench: Bench) -> None:
    bench.notebook.held = True
    bench.key(Qt.Key.Key_1, CTRL)
    bench.key(Qt.Key.Key_1, CTRL)
    bench.notebook.let_go()
    assert len(bench.notebook.all_of(GiveReview)) == 1


def test_changes_are_told_with_labels_and_words(bench: Bench) -> None:
    lines = {line.field: line for line in bench.page.item.changes.lines()}
    finnish = lines["Suomen kieli"]
    assert (finnish.before, finnish.after, finnish.added) == ("A1.3", "A2.1", False)
    assert lines["Viimeisin työ"].added
    assert "Lisätty: Viimeisin työ, tyhjä" in bench.page.item.changes.accessibleDescription()


def test_changes_stand_by_what_they_are_about_in_the_vocabulary_s_order(bench: Bench) -> None:
    lines = bench.page.item.changes.lines()
    assert [line.group for line in lines] == ["Ihminen"] * 3 + ["Tilanne"] * 3
    assert [line.field for line in lines][:4] == ["Puhelin", "Kieli", "Yhteyslupa", "Suomen kieli"]
    assert bench.page.item.changes.accessibleDescription().startswith("Ihminen. Muutettu: Puhelin")


def test_a_long_note_is_shown_whole(bench: Bench) -> None:
    bench.page.open("i4")
    changes = bench.page.item.changes
    assert changes.lines()[0].after == LONG
    assert changes.heightForWidth(500) > changes.heightForWidth(900) > 100


def test_two_values_lead_to_their_page(bench: Bench) -> None:
    went = QSignalSpy(bench.page.go)
    notice = bench.page.item.two_values
    assert notice.isVisible()
    assert "Puhelin" in notice.words()
    notice.acted.emit()
    assert went.at(0) == ["conflicts", (entity(2), "phone")]


def test_an_item_changed_since_its_review_says_so_and_shows_the_earlier_word(bench: Bench) -> None:
    bench.page.open("i2")
    assert bench.page.item.changed_since.isVisible()
    assert [row.verdict for row in bench.page.item.thread_part.words()] == ["approved"]


def test_a_session_shows_counts_reflection_and_its_walk_ins(bench: Bench) -> None:
    bench.page.open("i5")
    session = bench.page.item.session
    assert (session.visits.figure(), session.heads.figure(), session.goal.figure()) == ("13", "23", "25")
    assert session.reflection.text().startswith("Hyvä paikka")
    assert len(session.table.rows()) == 13
    assert not bench.page.item.changes.isVisible()
    session.table.setFocus()
    bench.key(Qt.Key.Key_Down)
    assert "iltakurssista" in session.note.text()
    assert "Samir Haddad" in session.note.text()


def test_the_chosen_walk_in_is_scrolled_into_view(bench: Bench) -> None:
    bench.page.open("i5")
    table = bench.page.item.session.table
    QApplication.processEvents()
    table.setFocus()
    bench.key(Qt.Key.Key_End, CTRL)
    row = table.visualRect(table.currentIndex())
    viewport = bench.page.item.pane.area.viewport()
    at = viewport.mapFromGlobal(table.viewport().mapToGlobal(row.center())).y()
    assert 0 <= at <= viewport.height()


def test_a_half_typed_comment_is_kept_and_comes_back(bench: Bench) -> None:
    bench.page.item.foot.comment.area.setFocus()
    bench.type("Puuttuu")
    bench.page.queue.rows.setFocus()
    bench.key(Qt.Key.Key_Down)
    assert bench.desk.drafts == {"review/i1": {"comment": "Puuttuu"}}
    assert bench.page.item.foot.comment.text() == ""
    bench.key(Qt.Key.Key_Up)
    assert bench.page.item.foot.comment.text() == "Puuttuu"
    bench.key(Qt.Key.Key_2, CTRL)
    assert bench.desk.drafts["review/i1"] == {}


def test_typing_keeps_the_draft_after_a_moment(bench: Bench, qtbot: QtBot) -> None:
    bench.page.item.foot.comment.area.setFocus()
    bench.type("Kesken")
    qtbot.waitUntil(lambda: bool(bench.notebook.all_of(SaveDraft)), timeout=2000)
    assert bench.desk.drafts == {"review/i1": {"comment": "Kesken"}}


def test_new_records_change_the_list_but_not_what_is_being_written(bench: Bench) -> None:
    bench.page.open("i3")
    comment = bench.page.item.foot.comment
    comment.area.setFocus()
    bench.type("Kesken")
    bench.desk.rows = bench.desk.rows[1:]
    bench.page.records_changed(["person"])
    assert bench.shown() == "i3"
    assert comment.text() == "Kesken"
    assert bench.focus() is comment.area
    assert bench.page.item.head.place.text() == "2 / 6"


def test_other_kinds_of_records_ask_nothing(bench: Bench) -> None:
    before = len(bench.notebook.asked)
    bench.page.records_changed(["service_point"])
    assert len(bench.notebook.asked) == before


def test_chips_order_team_and_day_narrow_the_queue(bench: Bench) -> None:
    queue = bench.page.queue
    queue.states.set_key("returned")
    queue.states.chosen.emit("returned")
    queue.order.set_key("newest")
    queue.day.set_key("week")
    queue.team.set_key(str(EAST.team))
    queue.team.chosen.emit(str(EAST.team))
    ask = bench.notebook.all_of(ListReview)[-1]
    assert (ask.state, ask.team, ask.days, ask.newest_first) == ("returned", str(EAST.team), 7, True)
    assert 6 * 86_400_000 < NOW - ask.day_start < 7 * 86_400_000


def test_an_empty_queue_says_that_all_is_reviewed(bench: Bench) -> None:
    bench.desk.rows = []
    bench.page.records_changed(["review"])
    assert bench.shown() == ""
    assert bench.page.queue.rows.rows() == ()
    assert not bench.page.item.foot.isVisible()
    assert bench.focus() is bench.page.queue.states.chip("waiting")


def test_a_refused_verdict_leaves_the_item_and_tells_the_window(bench: Bench) -> None:
    told = QSignalSpy(bench.page.troubled)
    bench.notebook.refuse(GiveReview, Problem.DISK_FULL)
    bench.key(Qt.Key.Key_1, CTRL)
    assert told.count() == 1
    assert bench.shown() == "i1"
    assert bench.page.item.foot.ready()


def test_locking_leaves_no_name_on_the_page(bench: Bench) -> None:
    bench.page.open("i5")
    bench.page.forget()
    assert bench.page.queue.rows.rows() == ()
    assert bench.page.item.session.table.rows() == ()
    assert bench.page.item.head.under.text() == ""
    assert bench.page.item.session.reflection.text() == ""


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("item", ["i1", "i4", "i5", "i6"])
def test_every_sort_of_item_is_reached_named_and_large_enough(
    bench: Bench, dressed: Dressed, language: Language, item: str
) -> None:
    dressed.translations.speak(language)
    bench.page.open(item)
    QApplication.processEvents()
    assert walk(bench.page, dressed.theme) == []


@pytest.mark.parametrize("language", list(Language))
def test_a_full_queue_fits_its_chips_in_the_compact_window(
    bench: Bench, dressed: Dressed, language: Language
) -> None:
    dressed.translations.speak(language)
    bench.page.set_compact(compact=True)
    bench.page.resize(960, 584)
    bench.page.queue.show_queue(ReviewQueue(list(ROWS), 120, 12, 0, [EAST, NORTH]))
    QApplication.processEvents()
    states = bench.page.queue.states
    assert sum(chip.sizeHint().width() for chip in states.chips()) <= states.width()
    assert states.chips()[-1].geometry().right() < states.width()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("item", ["i2", "i4", "i5", "i6"])
def test_no_words_are_cut_in_the_compact_window(
    bench: Bench, dressed: Dressed, language: Language, item: str
) -> None:
    dressed.translations.speak(language)
    bench.page.set_compact(compact=True)
    bench.page.resize(960, 584)
    bench.page.open(item)
    QApplication.processEvents()
    assert cut_words(bench.page) == []
