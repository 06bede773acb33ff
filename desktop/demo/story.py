# SPDX-License-Identifier: MIT
"""The story: a morning at a pop-up without network, and what the supervisor says of it in the afternoon.

Told by real windows of three laptops and a hub in a process of its own. Every step holds facts that the
windows show against what the notebooks and the hub answer; the first that does not hold ends the story.
"""

import itertools
import time
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt

from desktop.demo import acts, errands, lost_laptop, merged, restored, transfers
from desktop.demo.cast import Cast
from desktop.demo.comparing import compare_day, compare_person, exported
from desktop.demo.errors import DemoError, StoryBroken
from desktop.demo.facts import day_of, wait_synced
from desktop.demo.report import Report, Step
from desktop.demo.stage import Stage
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import ListConflicts, OpenPerson, SearchPeople
from desktop.notebook.messages.review import ListReview
from desktop.notebook.messages.sync import OpenSync, SyncNow, SyncPhase
from desktop.ui.conflict.page import ConflictPage
from desktop.ui.review.page import ReviewPage

PASSPHRASE: Final = "kallio lintu purje sormi aamu"  # noqa: S105 - of made-up people, told to everybody
WALK_INS: Final = 25
_KEYS: Final = (
    "4w",
    "5qz",
    "6ex",
    "3rc",
    "7uz",
    "2t",
    "6yl4",
    "8i",
    "9a",
    "0s",
    "4dn",
    "5f",
    "6gv",
    "3h",
    "4jm",
    "5kb",
)
_SHARED: Final = "Samir Haddad"
_NEW: Final = "Oleksandra Demchenko"
_MINE: Final = "040 555 0132"
_THEIRS: Final = "044 555 7781"
_DAY_MS: Final = 86_400_000


def tell(cast: Cast, report: Report) -> bool:
    """Tell the whole story; return whether every step held. What broke it stands in the report."""
    try:
        _enrol(cast, report)
        _morning(cast, report)
        _both_change_one_person(cast, report)
        _killed_in_a_save(cast, report)
        _take_over(cast, report)
        _afternoon(cast, report)
        _agree(cast, report)
        lost_laptop.follows(cast.a, cast.b, report, _NEW)
        merged.merge(cast.a, report, _NEW)
        transfers.another_team(cast, report, PASSPHRASE)
        backup = restored.back_up(cast.hub, report)
        transfers.tell(cast, report, PASSPHRASE)
        restored.come_back(cast, backup, report, PASSPHRASE)
        lost_laptop.left_for_a_moment(cast.a, report, staff=cast.people["aino"], passphrase=PASSPHRASE)
        lost_laptop.lost(
            cast.b, cast.hub, report, staff=cast.people["ville"], colleague=cast.people["sofia"],
            passphrase=PASSPHRASE,
        )  # fmt: skip
    except DemoError:
        return False
    return report.ok


# --- the acts in order ---


def _enrol(cast: Cast, report: Report) -> None:
    with report.step("Two laptops are enrolled, two people on each") as step:
        for stage, laptop, words in (
            (cast.a, "HEL-L-2217", ("aino", "mehmet")),
            (cast.b, "HEL-L-2209", ("ville", "sofia")),
        ):
            stage.front()
            for word in words:
                code, fingerprint = cast.hub.code(cast.people[word])
                begun = time.monotonic()
                acts.join_hub(
                    stage, address=cast.hub.address, code=code, fingerprint=fingerprint, laptop=laptop,
                    passphrase=PASSPHRASE,
                )  # fmt: skip
                step.figures[f"{word} joined, seconds"] = round(time.monotonic() - begun, 2)
                wait_synced(stage)
                if word == words[0]:
                    stage.picture(report.file(step, f"{word}-first-day"))
                acts.lock(stage)
        cast.a.front()
        cast.a.picture(report.file(step, "unlock"))
        # In the office, Aino's notebook learns that Mehmet has one on this laptop, so that it can seal to him.
        acts.unlock(cast.a, cast.people["aino"], PASSPHRASE)
        wait_synced(cast.a)
        acts.lock(cast.a)


def _morning(cast: Cast, report: Report) -> None:
    with report.step("The network goes; everything works as usual") as step:
        cast.hub.stop()
        cast.a.front()
        acts.unlock(cast.a, cast.people["aino"], PASSPHRASE)
        cast.a.ask(SyncNow())
        cast.a.wait(lambda: cast.a.window.status.phase is SyncPhase.OFFLINE, "offline in the header")
        cast.a.picture(report.file(step, "offline"))
    with report.step("A session is opened at the pop-up") as step:
        acts.open_session(cast.a, goal=str(WALK_INS), words="alle 30-vuotiaat")
        cast.a.picture(report.file(step, "session"))
    with report.step(f"{WALK_INS} walk-ins are recorded") as step:
        page = acts.today(cast.a)
        page.new_visit()
        seconds = []
        for keys in itertools.islice(itertools.cycle(_KEYS), WALK_INS):
            begun = time.monotonic()
            acts.walk_in(cast.a, keys)
            seconds.append(time.monotonic() - begun)
        view = day_of(cast.a)
        step.figures |= {
            "walk-ins": len(view.visits),
            "keys a walk-in, most": max(len(keys) for keys in _KEYS) + 2,
            "ms from Ctrl+N to listed, median": round(sorted(seconds)[WALK_INS // 2] * 1000, 1),
        }
        step.check("25 in the list", len(view.visits) == WALK_INS)
        step.check("25 counted in the session", view.session is not None and view.session.visits == WALK_INS)
        step.check("all of them not sent", view.unsent == WALK_INS)
        _check_unsent(cast.a, step, WALK_INS + 1)
        cast.a.picture(report.file(step, "today"))
    errands.hand_out(cast.a, report)
    with report.step("A new person is written down, with situation and note") as step:
        acts.new_person(
            cast.a, first="Oleksandra", last="Demchenko", phone="040 555 0190",
            note="Etsii suomen kurssia, haluaa aloittaa tammikuussa.",
        )  # fmt: skip
        _check_unsent(cast.a, step, WALK_INS + errands.SAVES + 2)
        cast.a.picture(report.file(step, "new-person"))
    errands.refer(cast.a, report, _NEW)
    lost_laptop.attach(cast.a, report, _NEW)


def _both_change_one_person(cast: Cast, report: Report) -> None:
    with report.step("Both laptops change the phone of one person, unknown to each other") as step:
        page = acts.find_person(cast.a, "samir had", expect=_SHARED)
        acts.change_phone(cast.a, page, _MINE)
        _check_unsent(cast.a, step, WALK_INS + errands.SAVES + lost_laptop.SAVES + 4)
        cast.a.picture(report.file(step, "laptop-a"))
        cast.b.front()
        acts.unlock(cast.b, cast.people["ville"], PASSPHRASE)
        other = acts.find_person(cast.b, "samir had", expect=_SHARED)
        acts.change_phone(cast.b, other, _THEIRS)
        _check_unsent(cast.b, step, 1)
        cast.b.picture(report.file(step, "laptop-b"))


def _killed_in_a_save(cast: Cast, report: Report) -> None:
    with report.step("Laptop A's notebook is killed in the middle of a save: nothing is lost") as step:
        cast.a.front()
        before = len(day_of(cast.a).visits)
        acts.today(cast.a).new_visit()
        cast.a.write("4w")
        cast.a.press(Qt.Key.Key_Return)
        cast.a.kill_notebook()
        cast.a.wait(
            lambda: cast.a.window.who is None and cast.a.window.unlock_page.isVisible(), "the unlock page"
        )
        cast.a.picture(report.file(step, "killed"))
        begun = time.monotonic()
        acts.unlock(cast.a, cast.people["aino"], PASSPHRASE)
        step.figures["unlocked again, seconds"] = round(time.monotonic() - begun, 2)
        after = len(day_of(cast.a).visits)
        step.figures |= {"walk-ins before": before, "walk-ins after": after}
        step.check("every acknowledged walk-in is there", after in {before, before + 1})
        cast.a.picture(report.file(step, "reopened"))


def _take_over(cast: Cast, report: Report) -> None:
    with report.step("A colleague takes over at the stand, with no network") as step:
        morning = len(day_of(cast.a).visits)
        begun = time.monotonic()
        acts.lock(cast.a)
        acts.unlock(cast.a, cast.people["mehmet"], PASSPHRASE)
        step.figures["taken over, seconds"] = round(time.monotonic() - begun, 2)
        page = acts.today(cast.a)
        cast.a.wait(lambda: len(page.visits.table.rows()) == morning, "the morning's walk-ins on Today")
        view = day_of(cast.a)
        step.figures["walk-ins of the morning"] = len(view.visits)
        step.check("they are shown as the colleague's", all(row.by for row in view.visits))
        step.check(
            "they are marked as not at the hub yet", all(Mark.PROVISIONAL in row.marks for row in view.visits)
        )
        acts.walk_in(cast.a, "5k")
        cast.a.picture(report.file(step, "colleague"))


def _afternoon(cast: Cast, report: Report) -> None:
    with report.step("The network is back: both laptops send and receive") as step:
        cast.hub.start()
        for stage in (cast.a, cast.b):
            stage.front()
            wait_synced(stage)
        for stage in (cast.a, cast.b, cast.a):
            stage.ask(SyncNow())
            wait_synced(stage)
        step.check("A has nothing left to send", cast.a.window.status.unsent == 0)
        step.check("B has nothing left to send", cast.b.window.status.unsent == 0)
        cast.a.front()
        cast.a.window.pages.go("sync", None)
        cast.a.wait(lambda: not cast.a.bridge.busy, "the Sync page")
        cast.a.picture(report.file(step, "sync-a"))
    with report.step("Both laptops show two values for the phone") as step:
        for stage, name in ((cast.a, "a"), (cast.b, "b")):
            stage.front()
            found = stage.ask(ListConflicts()).rows
            step.check(f"{name}: one field in two values", [row.field for row in found] == ["phone"])
            page = acts.conflicts(stage)
            stage.wait(partial(_has_question, page), "both values side by side")
            stage.picture(report.file(step, f"two-values-{name}"))
    with report.step("One is chosen on laptop B, and laptop A sees it") as step:
        cast.b.press(Qt.Key.Key_Right)
        cast.b.press(Qt.Key.Key_Return)
        cast.b.wait(lambda: not cast.b.ask(ListConflicts()).rows, "settled on B")
        cast.b.picture(report.file(step, "settled"))
        cast.b.ask(SyncNow())
        wait_synced(cast.b)
        cast.a.ask(SyncNow())
        cast.a.wait(lambda: not cast.a.ask(ListConflicts()).rows, "settled on A")
        step.figures["phone on A"] = _phone(cast.a)
        step.check("both show the same phone", _phone(cast.a) == _phone(cast.b))
    with report.step("The session is closed and reaches the supervisor") as step:
        _close_session(cast, step, report)
    with report.step("The supervisor approves one and returns one") as step:
        _review(cast, step, report)
    with report.step("The author sees both on Today") as step:
        cast.a.front()
        acts.lock(cast.a)
        acts.unlock(cast.a, cast.people["aino"], PASSPHRASE)
        wait_synced(cast.a)
        cast.a.ask(SyncNow())
        cast.a.wait(
            lambda: {"approved", "returned"} <= {one.verdict for one in day_of(cast.a).news},
            "both words on Today",
        )
        step.figures["verdicts"] = sorted(one.verdict for one in day_of(cast.a).news)
        day = acts.today(cast.a)
        cast.a.wait(day.news.isVisible, "the supervisor's words on the page")
        cast.a.wait(lambda: cast.a.window.status.phase is SyncPhase.IDLE, "a quiet header")
        cast.a.picture(report.file(step, "author"))


def _close_session(cast: Cast, step: Step, report: Report) -> None:
    cast.a.front()
    page = acts.today(cast.a)
    page.part.begin_closing()
    cast.a.wait(page.part.closing.isVisible, "the closing card")
    cast.a.write("4")
    cast.a.picture(report.file(step, "closing"))
    cast.a.press(Qt.Key.Key_Return)
    cast.a.wait(lambda: day_of(cast.a).session is None, "closed")
    cast.a.ask(SyncNow())
    wait_synced(cast.a)


def _review(cast: Cast, step: Step, report: Report) -> None:
    stage = cast.b
    stage.front()
    acts.lock(stage)
    acts.unlock(stage, cast.people["sofia"], PASSPHRASE)
    wait_synced(stage)
    page = acts.review(stage)
    waiting = stage.ask(ListReview("waiting", newest_first=True))
    step.figures["waiting"] = waiting.waiting
    rows = {row.kind: row for row in waiting.rows if "Aino" in row.by or "Mehmet" in row.by}
    session, person = rows.get("session"), rows.get("person")
    if session is None or person is None:
        raise StoryBroken("the morning's session and the new person in the queue")
    page.open(session.item)
    stage.wait(lambda: _shows(page, session.item) and page.item.foot.ready(), "the session opened")
    stage.picture(report.file(step, "session"))
    begun = time.monotonic()
    stage.press(Qt.Key.Key_1, acts.CONTROL)
    stage.wait(lambda: not _shows(page, session.item) and not stage.bridge.busy, "the next item")
    left = stage.ask(ListReview("waiting")).waiting
    step.check("one less waits", left == waiting.waiting - 1)
    step.figures["approved in, seconds"] = round(time.monotonic() - begun, 2)
    page.open(person.item)
    stage.wait(
        lambda: _shows(page, person.item) and page.item.foot.ready() and not stage.bridge.busy,
        "the person opened",
    )
    stage.put(page.item.foot.comment.area, "Täydennä yhteydenottolupa.")
    stage.picture(report.file(step, "person"))
    stage.press(Qt.Key.Key_2, acts.CONTROL)
    stage.wait(lambda: not _shows(page, person.item) and not stage.bridge.busy, "the next item again")
    left = stage.ask(ListReview("waiting")).waiting
    step.check("two less wait", left == waiting.waiting - 2)
    stage.ask(SyncNow())
    wait_synced(stage)
    stage.picture(report.file(step, "after"))


def _agree(cast: Cast, report: Report) -> None:
    with report.step("Hub and laptops agree, record by record") as step:
        for stage, name in ((cast.a, "A"), (cast.b, "B")):
            stage.ask(SyncNow())
            wait_synced(stage)
            view = stage.ask(OpenSync())
            step.figures[f"{name}: commits compared"] = view.checked
            step.check(f"{name}: no difference", not view.difference and view.checked > 0)
            step.check(f"{name}: nothing parked or held", view.parked == 0 and view.quarantined == 0)
        hub = exported(cast.hub)
        step.figures["walk-ins compared"] = compare_day(step, hub, day_of(cast.a))
        for stage, name in ((cast.a, "A"), (cast.b, "B")):
            step.figures[f"{name}: fields of two people compared"] = sum(
                compare_person(step, hub, stage, person) for person in (_SHARED, _NEW)
            )
        cast.hub.stop()
        step.figures["hub's own check"] = cast.hub.verify()
        step.figures |= {f"hub: {key}": value for key, value in _hub_figures(cast).items()}
        cast.hub.start()


# --- facts ---


def _check_unsent(stage: Stage, step: Step, wanted: int) -> None:
    stage.wait(lambda: stage.window.status.unsent == wanted, f"{wanted} not sent in the header")
    step.figures["not sent"] = wanted
    step.check("the notebook counts the same", stage.ask(OpenSync()).status.unsent == wanted)


def _phone(stage: Stage) -> Any:  # noqa: ANN401 - whatever the card shows
    row = stage.ask(SearchPeople("samir had", "all")).rows[0]
    view = stage.ask(OpenPerson(row.person, "demo"))
    return next(field.value for field in view.fields if field.name == "phone")


def _hub_figures(cast: Cast) -> dict[str, Any]:
    found = cast.hub.status()
    return {key: found[key] for key in ("commits", "entities", "held_back")}


def _has_question(page: ConflictPage) -> bool:
    return page.question.title.text() != ""


def _shows(page: ReviewPage, item: str) -> bool:
    return page.item.shown is not None and page.item.shown.item == item
