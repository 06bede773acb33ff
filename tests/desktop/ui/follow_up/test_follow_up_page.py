# SPDX-License-Identifier: MIT
"""Follow-up, by keys: what is most urgent stands first, two keys see to it, one takes it back."""

from collections.abc import Callable

import pytest
from cut_words import cut_words
from fake_notebook import FakeBridge
from fingers import Fingers, held
from follow_up_shelf import DUES, FollowUpShelf, due, thing
from msgspec.structs import replace
from page_bench import shown_page
from people_world import NOW, SAMIR
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.follow_up import FollowUp, ListFollowUp, MoveOn, SetNext
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.errand import AtCard
from desktop.ui.follow_up.matters import GROUPS, row_key
from desktop.ui.follow_up.page import FollowUpPage
from desktop.ui.theme.tokens import Look
from desktop.ui.today.written import day_start
from desktop.ui.words.language import Language
from sync.records.ids import EntityId

Key = Qt.Key


@pytest.fixture
def bridge(dressed: Dressed) -> FakeBridge:
    """A small notebook, before somebody who reads English."""
    dressed.translations.speak(Language.ENGLISH)
    return FakeBridge()


@pytest.fixture
def shelf(bridge: FakeBridge) -> FollowUpShelf:
    """What waits."""
    return FollowUpShelf(bridge)


@pytest.fixture
def page(bridge: FakeBridge, shelf: FollowUpShelf, dressed: Dressed, qtbot: QtBot) -> FollowUpPage:
    """The page, shown."""
    assert shelf.rows
    return shown_page(FollowUpPage, bridge, dressed, qtbot, now=NOW)


@pytest.fixture
def press(page: FollowUpPage) -> Callable[..., None]:
    """Press keys one after the other, the list having them first."""
    assert page.rows.hasFocus()

    def pressed(*keys: Qt.Key) -> None:
        for key in keys:
            Fingers().press(key)

    return pressed


def titles(page: FollowUpPage) -> list[str]:
    return [row.title for row in page.rows.rows()]


def chosen(page: FollowUpPage) -> str:
    return next(row.title for row in page.rows.rows() if row.key == page.rows.key())


def to(page: FollowUpPage, matter: str) -> None:
    page.rows.choose(next(row_key(one) for one in DUES if one.matter == matter))


# --- the list ---


def test_each_row_says_who_what_and_how_urgent(page: FollowUpPage, bridge: FakeBridge) -> None:
    assert bridge.all_of(ListFollowUp) == [ListFollowUp("2026-11-24", day_start(NOW))]
    assert [(row.second, row.pill.word if row.pill else "") for row in page.rows.rows()] == [
        ("Coaching · Ohjaamo, Kamppi", "Today 15:26"),
        ("Did not come: call · Itäkeskuksen kirjasto", "1 d late"),
        ("Hakee ajanvarauksen terveysasemalta · Stalled", "20 d late"),
        ("Stadin AO, suomi A2 · Given", "3 d late"),
        ("Ilmoittautuu hygieniapassikurssille", "1 d late"),
        ("Next contact · Sähköasentajaksi", "Today"),
        ("Soita: kielikurssin paikka", "Today"),
        ("Subsidised work · How is it after 3 months?", "Today"),
        ("Protected", "Today"),
        ("Phone call · Puhelu", "Tomorrow 10:26"),
        ("May be called · Kesätyö kaupungilla", "Ends Fri 27.11."),
        ("Occupational safety card", "Ends 24.12."),
    ]
    assert len({row.icon for row in page.rows.rows()}) > 6
    assert page._count.text() == "9 due now"


def test_where_a_protected_person_goes_stands_neither_in_the_list_nor_beside_it(page: FollowUpPage) -> None:
    page.rows.choose(next(row_key(one) for one in DUES if one.protected))
    assert "Kuntoutus" not in page.rows.rows()[8].spoken
    assert "Kuntoutus" not in page.side.what.text()


def test_j_and_k_move(page: FollowUpPage, press: Callable[..., None]) -> None:
    press(Key.Key_J, Key.Key_J)
    assert chosen(page) == "Nguyễn Thị Mai"
    assert page.side.name.text() == "Nguyễn Thị Mai"
    press(Key.Key_K, Key.Key_K, Key.Key_K)
    assert chosen(page) == "Samir Haddad"


def test_enter_opens_the_card_where_the_matter_stands(
    page: FollowUpPage, press: Callable[..., None], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.go) as went:
        press(Key.Key_Return)
    assert went.args == ["people", AtCard(SAMIR, "plan")]
    to(page, "referral")
    with qtbot.waitSignal(page.go) as went:
        press(Key.Key_Return)
    assert went.args == ["people", AtCard(EntityId(bytes([4]) * 16), "services")]
    to(page, "lead")
    with qtbot.waitSignal(page.go) as went:
        press(Key.Key_Return)
    assert went.args == ["today", None]


def test_f_shows_one_kind_after_the_other_and_all_again(
    page: FollowUpPage, press: Callable[..., None]
) -> None:
    seen = []
    for _ in range(len(GROUPS)):
        press(Key.Key_F)
        seen.append({one.matter for one in DUES if row_key(one) in {row.key for row in page.rows.rows()}})
    assert set().union(*seen) == {one.matter for one in DUES}
    assert sum(len(one) for one in seen) == len({one.matter for one in DUES})
    press(Key.Key_F)
    assert len(page.rows.rows()) == len(DUES)


def test_every_matter_is_in_one_group() -> None:
    matters = [matter for group in GROUPS.values() for matter in group]
    assert sorted(matters) == sorted({one.matter for one in DUES})


def test_an_empty_kind_and_an_empty_day_each_say_so(page: FollowUpPage, shelf: FollowUpShelf) -> None:
    shelf.rows = [DUES[0]]
    page.enter()
    page.filters.chip("steps").click()
    assert page._empty.text() == "Nothing of this kind waits."
    assert not page.rows.isVisible()
    shelf.rows = []
    page.enter()
    assert page._empty.text().startswith("Nothing waits for you.")
    assert not page.side.isVisible()


# --- what became of it ---


@pytest.mark.parametrize(
    ("matter", "keys", "wanted"),
    [
        ("step", [Key.Key_1], {"to": "done"}),
        ("referral", [Key.Key_1], {"to": "contacted"}),
        ("referral", [Key.Key_6, Key.Key_2], {"to": "rejected", "reason": "full"}),
        ("referral", [Key.Key_9], {"to": "handled"}),
        ("appointment", [Key.Key_1], {"to": "kept"}),
        ("appointment", [Key.Key_2], {"to": "no_show"}),
        ("no_show", [Key.Key_1], {"to": "phone"}),
        ("contact", [Key.Key_3], {"to": "coaching"}),
        ("transition", [Key.Key_4], {"to": "not_reached", "months": 3}),
        ("permit", [Key.Key_2], {"to": "handled"}),
        ("task", [], {"to": "done"}),
        ("lead", [], {"to": "called"}),
    ],
)  # fmt: skip
def test_s_and_a_digit_say_what_became_of_it(
    page: FollowUpPage, shelf: FollowUpShelf, press: Callable[..., None], matter: str, keys: list[Qt.Key],
    wanted: dict[str, object],
) -> None:  # fmt: skip
    one = next(one for one in DUES if one.matter == matter)
    to(page, matter)
    press(Key.Key_S, *keys)
    (asked,) = shelf.moved
    assert asked == replace(
        MoveOn(record=one.record, matter=matter, to="", today="2026-11-24", task=one.task), **wanted
    )
    assert row_key(one) not in {row.key for row in page.rows.rows()}
    assert page.rows.hasFocus()


def test_the_next_row_is_chosen_after_one_is_seen_to(
    page: FollowUpPage, press: Callable[..., None], shelf: FollowUpShelf
) -> None:
    press(Key.Key_S, Key.Key_1, Key.Key_S, Key.Key_1, Key.Key_S, Key.Key_1)
    assert [one.matter for one in shelf.moved] == ["appointment", "no_show", "step"]
    assert chosen(page) == "Abdi Warsame"


def test_a_stalled_step_wants_a_reason_before_it_is_saved(
    page: FollowUpPage, press: Callable[..., None], shelf: FollowUpShelf
) -> None:
    to(page, "step")
    press(Key.Key_S, Key.Key_2, Key.Key_Return)
    assert shelf.moved == []
    assert page.side.state.field.error
    Fingers().write("Odottaa lupaa 2")
    press(Key.Key_Return)
    assert [(one.to, one.reason) for one in shelf.moved if isinstance(one, MoveOn)] == [
        ("stalled", "Odottaa lupaa 2")
    ]


def test_a_card_that_was_renewed_holds_until_a_day_to_come(
    page: FollowUpPage, press: Callable[..., None], shelf: FollowUpShelf
) -> None:
    to(page, "permit")
    press(Key.Key_S, Key.Key_1)
    Fingers().write("8.12.2020")
    press(Key.Key_Return)
    assert shelf.moved == []
    page.side.state.field.line.clear()
    Fingers().write("8.12.2031")
    press(Key.Key_Return)
    assert [one.until for one in shelf.moved if isinstance(one, MoveOn)] == ["2031-12-08"]


def test_escape_goes_back_to_the_choices_and_then_to_the_list(
    page: FollowUpPage, press: Callable[..., None], shelf: FollowUpShelf
) -> None:
    to(page, "referral")
    press(Key.Key_S, Key.Key_5)
    assert page.side.state.chips[0].text() == "Not suitable"
    press(Key.Key_Escape)
    assert page.side.state.chips[0].text() == "Contacted"
    press(Key.Key_Escape)
    assert page.rows.hasFocus()
    assert shelf.moved == []


def test_letters_of_the_list_do_nothing_while_a_reason_is_typed(
    page: FollowUpPage, press: Callable[..., None], shelf: FollowUpShelf
) -> None:
    to(page, "step")
    press(Key.Key_S, Key.Key_3)
    Fingers().write("snjkaf")
    assert page.side.state.field.text() == "snjkaf"
    assert shelf.moved == []


def test_an_appointment_to_come_can_only_be_called_off_and_not_by_s_alone(
    page: FollowUpPage, press: Callable[..., None], shelf: FollowUpShelf
) -> None:
    page.rows.choose(row_key(DUES[9]))
    press(Key.Key_S)
    assert [chip.text() for chip in page.side.state.chips if chip.isVisible()] == ["Cancelled"]
    assert shelf.moved == []
    press(Key.Key_1)
    assert [one.to for one in shelf.moved if isinstance(one, MoveOn)] == ["cancelled"]


# --- the next day ---


@pytest.mark.parametrize(
    ("keys", "day"),
    [([Key.Key_1], "2026-11-25"), ([Key.Key_2], "2026-12-01"), ([Key.Key_3], "2026-12-08")],
)
def test_n_and_a_digit_set_the_next_day(
    page: FollowUpPage, press: Callable[..., None], shelf: FollowUpShelf, keys: list[Qt.Key], day: str
) -> None:
    to(page, "referral")
    press(Key.Key_N, *keys)
    assert shelf.moved == [SetNext(record=thing(104), matter="referral", day=day)]
    assert page.rows.hasFocus()


def test_any_other_day_is_typed(page: FollowUpPage, press: Callable[..., None], shelf: FollowUpShelf) -> None:
    to(page, "task")
    press(Key.Key_N, Key.Key_4)
    Fingers().write("eilen")
    press(Key.Key_Return)
    assert shelf.moved == []
    assert page.side.next.field.error
    page.side.next.field.line.clear()
    Fingers().write("+30")
    press(Key.Key_Return)
    assert shelf.moved == [SetNext(record=thing(107), matter="task", day="2026-12-24", task=thing(107))]


def test_who_may_be_called_until_a_day_has_no_next_one(
    page: FollowUpPage, press: Callable[..., None], shelf: FollowUpShelf
) -> None:
    to(page, "lead")
    press(Key.Key_N)
    assert page.rows.hasFocus()
    assert not page.side.next.isVisible()
    assert shelf.moved == []


# --- undo, trouble, locking ---


def test_each_is_taken_back_the_last_first_and_chosen_again(
    page: FollowUpPage, press: Callable[..., None], shelf: FollowUpShelf
) -> None:
    press(Key.Key_S, Key.Key_1, Key.Key_S, Key.Key_1)
    assert page.toast.words() == "Jenni Koskela: Phone call"
    page.undo()
    assert chosen(page) == "Jenni Koskela"
    page.undo()
    assert chosen(page) == "Samir Haddad"
    page.undo()
    assert [one.n for one in shelf.undone] == [2, 1]
    assert titles(page) == [row.name for row in DUES]


def test_a_refusal_is_told_and_the_row_stays(
    page: FollowUpPage, press: Callable[..., None], bridge: FakeBridge
) -> None:
    told: list[object] = []
    page.troubled.connect(told.append)
    bridge.refuse(MoveOn, Problem.DISK_FULL)
    press(Key.Key_S, Key.Key_1)
    assert len(told) == 1
    assert chosen(page) == "Samir Haddad"
    bridge.refuse(MoveOn, Problem.NOT_FOUND)
    before = len(bridge.all_of(ListFollowUp))
    press(Key.Key_1)
    assert len(bridge.all_of(ListFollowUp)) == before + 1


def test_what_changed_is_read_again(page: FollowUpPage, shelf: FollowUpShelf) -> None:
    shelf.rows = [due(1, "step", "Aino Testi", "Vaihe", 0)]
    page.records_changed(["session"])
    assert len(page.rows.rows()) == len(DUES)
    page.records_changed(["plan_step"])
    assert titles(page) == ["Aino Testi"]


def test_locking_leaves_no_name(page: FollowUpPage, bridge: FakeBridge) -> None:
    page._new_time()
    bridge.held = True
    page.enter()
    page.forget()
    bridge.let_go()
    assert page.rows.rows() == ()
    assert page.side.row is None
    assert not page.form.isVisible()


def test_the_same_row_is_chosen_after_a_lock(page: FollowUpPage) -> None:
    to(page, "permit")
    kept = page.place()
    page.forget()
    page.enter()
    page.come_back(kept)
    assert chosen(page) == "Sampo Saarinen"


def test_s_on_today_goes_on_here(page: FollowUpPage, shelf: FollowUpShelf) -> None:
    page.open(row_key(DUES[4]))
    assert chosen(page) == "Sanna Hämäläinen"
    Fingers().press(Key.Key_1)
    assert [one.record for one in shelf.moved] == [DUES[4].record]


def test_there_may_be_more_than_is_shown(page: FollowUpPage, bridge: FakeBridge) -> None:
    bridge.on(ListFollowUp, lambda _ask: FollowUp(list(DUES), 700, more=True))
    page.enter()
    assert page._count.text() == "700 due now"


@pytest.mark.parametrize(
    ("look", "language", "size"),
    [
        (Look.LIGHT, Language.FINNISH, (1096, 744)),
        (Look.DARK, Language.SWEDISH, (960, 584)),
        (Look.CONTRAST, Language.ENGLISH, (960, 584)),
    ],
)
def test_the_page_is_whole_for_keyboard_reader_and_finger(
    page: FollowUpPage, dressed: Dressed, look: Look, language: Language, size: tuple[int, int]
) -> None:
    dressed.theme.choose(look)
    dressed.translations.speak(language)
    page.set_compact(compact=size[0] < 1000)
    page.resize(*size)
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
    assert cut_words(page) == []
    page._new_time()
    QApplication.processEvents()
    assert held() is page.form.day.line
    assert walk(page, dressed.theme) == []
    assert cut_words(page.form) == []
