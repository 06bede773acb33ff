# SPDX-License-Identifier: MIT
"""The story of a client who moves to another team, and of two saves that nobody expected any more.

One comes late and follows the client. The other is of somebody whose role has ended: it is held back until
a supervisor has read it.
"""

import time
from typing import Final

from PySide6.QtCore import Qt

from desktop.demo import acts
from desktop.demo.cast import Cast
from desktop.demo.comparing import exported
from desktop.demo.errors import StoryBroken
from desktop.demo.facts import round_made
from desktop.demo.report import Report, Step
from desktop.demo.stage import Stage
from desktop.notebook.messages.held import ListHeld
from desktop.notebook.messages.notices import ListNotices
from desktop.notebook.messages.people import OpenPerson, PersonView, SearchPeople
from desktop.notebook.messages.sync import OpenSync, SyncNow, SyncPhase
from desktop.ui.held.page import HeldPage

MOVES: Final = "Sanna Hämäläinen"
ABOUT: Final = "Sami Häkkinen"
_LATE: Final = "040 555 0277"
_ENDED: Final = "045 555 0361"
_TEAM: Final = "Pohjoinen"


def tell(cast: Cast, report: Report, passphrase: str) -> None:
    """Tell it with the hub running at its beginning and at its end; Mehmet is at laptop A then."""
    _moved_with_no_network(cast, report)
    _written_meanwhile(cast, report, passphrase)
    _at_the_new_team(cast, report)
    _followed(cast, report, passphrase)
    _held_back(cast, report)
    _heard(cast, report, passphrase)


def another_team(cast: Cast, report: Report, passphrase: str) -> None:
    """Tell how the third laptop comes into the story."""
    with report.step("A supervisor of another team enrols on a third laptop") as step:
        stage = cast.c
        stage.front()
        code, fingerprint = cast.hub.code(cast.people["henna"])
        acts.join_hub(
            stage, address=cast.hub.address, code=code, fingerprint=fingerprint, laptop="HEL-L-2301",
            passphrase=passphrase,
        )  # fmt: skip
        round_made(stage)
        step.check("the client of the other team is not on it", not _found(stage, MOVES))


def _moved_with_no_network(cast: Cast, report: Report) -> None:
    with report.step("With no network, a supervisor moves a client to that team") as step:
        stage = cast.b
        stage.front()
        cast.hub.stop()
        stage.ask(SyncNow())
        stage.wait(lambda: stage.window.status.phase is SyncPhase.OFFLINE, "offline in the header")
        page = acts.find_person(stage, "sanna häm", expect=MOVES)
        form = page.card.transfer
        stage.press(Qt.Key.Key_T, acts.CONTROL)
        stage.wait(lambda: form.to.hasFocus() and form.give.isEnabled(), "to whom")
        for _ in range(form.to.count()):
            if form.to.currentText().endswith(_TEAM):
                break
            stage.press(Qt.Key.Key_Down)
        step.check("the other team is offered", form.to.currentText().endswith(_TEAM))
        stage.put(form.reason.line, "Muutti Malmille")
        stage.picture(report.file(step, "asked"))
        stage.press(Qt.Key.Key_Return)
        stage.wait(form.waits.isVisible, "the move that waits")
        stage.picture(report.file(step, "waits"))
        step.figures["not sent"] = stage.ask(OpenSync()).status.unsent


def _written_meanwhile(cast: Cast, report: Report, passphrase: str) -> None:
    with report.step("Two advisers go on with no network: one writes about that client") as step:
        stage = cast.a
        stage.front()
        page = acts.find_person(stage, "sanna häm", expect=MOVES)
        acts.change_phone(stage, page, _LATE)
        acts.lock(stage)
        acts.unlock(stage, cast.people["mehmet"], passphrase)
        page = acts.find_person(stage, "sami häk", expect=ABOUT)
        acts.change_phone(stage, page, _ENDED)
        acts.lock(stage)
        staff = cast.people["mehmet"]
        ended = cast.hub.command("grant", staff, "adviser", "--team", _team(cast, staff), "--end")
        step.check("the other's role has ended at the hub", ended.startswith("1 "))


def _at_the_new_team(cast: Cast, report: Report) -> None:
    with report.step("The network is back: the client is at the new team, with all that was written") as step:
        cast.hub.start()
        cast.b.front()
        begun = time.monotonic()
        round_made(cast.b)
        cast.b.wait(lambda: not _found(cast.b, MOVES), "the card gone from the old team's laptop")
        cast.b.wait(lambda: acts.people(cast.b).card.view is None, "the open card taken off")
        cast.b.picture(report.file(step, "gone"))
        round_made(cast.c)
        cast.c.wait(lambda: _found(cast.c, MOVES), "the card on the new team's laptop")
        step.figures["seconds"] = round(time.monotonic() - begun, 2)
        cast.c.front()
        acts.find_person(cast.c, "sanna häm", expect=MOVES)
        cast.c.picture(report.file(step, "there"))
        lines = len(_card(cast.c, MOVES).history)
        step.figures["lines of its history there"] = lines
        step.check("its history is there", lines > 0)


def _followed(cast: Cast, report: Report, passphrase: str) -> None:
    with report.step("What was written late follows the client, and both sides hear of it") as step:
        cast.a.front()
        acts.unlock(cast.a, cast.people["aino"], passphrase)
        round_made(cast.a)
        cast.a.wait(lambda: not _found(cast.a, MOVES), "the card gone from the author's laptop")
        round_made(cast.c)
        cast.c.wait(lambda: _has_phone(cast.c, MOVES, _LATE), "the late number at the new team")
        _wait_told(cast.a, step, "late_work", "the author")
        _wait_told(cast.c, step, "late_work", "the new team")
        for stage, name in ((cast.a, "author"), (cast.c, "new-team")):
            stage.front()
            stage.wait(acts.today(stage).side.notices.isVisible, "the news on Today")
            stage.picture(report.file(step, name))


def _held_back(cast: Cast, report: Report) -> None:
    with report.step("A save of somebody whose role had ended waits; the supervisor accepts it") as step:
        cast.a.front()
        round_made(cast.a)  # takes along what Mehmet left on this laptop
        acts.lock(cast.a)
        stage = cast.b
        stage.front()
        round_made(stage)
        stage.wait(lambda: stage.ask(ListHeld()).deciding == 1, "a save to decide about")
        acts.review(stage)
        stage.window.pages.go("held", None)
        page = stage.window.shell.page("held")
        if not isinstance(page, HeldPage):
            raise StoryBroken("held back")
        stage.wait(lambda: page.foot.ready() and page.save.lines.isVisible(), "what it says")
        step.check("nothing of it counts yet", not _has_phone(stage, ABOUT, _ENDED))
        stage.put(page.foot.comment.line, "Tehty ennen kuin jakso päättyi.")
        stage.picture(report.file(step, "read"))
        stage.press(Qt.Key.Key_1, acts.CONTROL)
        stage.wait(lambda: stage.ask(ListHeld()).deciding == 0, "decided")
        round_made(stage)
        stage.wait(lambda: _has_phone(stage, ABOUT, _ENDED), "the number that was held back")
        stage.picture(report.file(step, "accepted"))


def _heard(cast: Cast, report: Report, passphrase: str) -> None:
    with report.step("Its author hears of it on Today, with the comment") as step:
        stage = cast.a
        stage.front()
        acts.unlock(stage, cast.people["mehmet"], passphrase)
        round_made(stage)
        _wait_told(stage, step, "released", "the author")
        (word,) = [row for row in stage.ask(ListNotices()).rows if row.what == "released"]
        step.figures["comment"] = word.comment
        step.check("the comment came along", bool(word.comment))
        day = acts.today(stage)
        stage.wait(day.side.notices.isVisible, "the news on Today")
        stage.picture(report.file(step, "today"))


# --- facts ---


def _wait_told(stage: Stage, step: Step, what: str, who: str) -> None:
    stage.wait(lambda: any(row.what == what for row in stage.ask(ListNotices()).rows), f"{who} is told")
    step.figures[f"told to {who}"] = sorted(row.what for row in stage.ask(ListNotices()).rows)


def _team(cast: Cast, staff: str) -> str:
    """Return the team that somebody's role is held in, as the hub exports it."""
    fields = [one["fields"] for one in exported(cast.hub).values() if one["kind"] == "grant"]
    return next(str(one["team"]) for one in fields if one["staff"] == staff)


def _found(stage: Stage, name: str) -> bool:
    return any(row.name == name for row in stage.ask(SearchPeople(name, "all")).rows)


def _card(stage: Stage, name: str) -> PersonView:
    row = next((one for one in stage.ask(SearchPeople(name, "all")).rows if one.name == name), None)
    if row is None:
        raise StoryBroken(f"{name} found")
    return stage.ask(OpenPerson(row.person, "demo"))


def _has_phone(stage: Stage, name: str, typed: str) -> bool:
    """Return whether the card has this number; a number is kept with its country's code, without spaces."""
    kept = next((field.value for field in _card(stage, name).fields if field.name == "phone"), "")
    return str(kept).endswith(typed.replace(" ", "")[1:])
