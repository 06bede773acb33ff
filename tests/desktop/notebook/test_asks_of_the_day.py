# SPDX-License-Identifier: MIT
"""Every ask of a day has its handler in the right lane, and every answer crosses the pipe as it is."""

from typing import Any

import msgspec
import pytest
from notebook_world import AINO, DANIEL, DAY_START, NotebookWorld
from stand import Stand

from desktop.notebook.drafts import Drafts
from desktop.notebook.messages import group_events, laptop, leads, sync, today, waiting
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.every import ASKS, answer_decoder, ask_decoder, encoder
from desktop.notebook.messages.sync import OpenSync
from desktop.notebook.messages.today import (
    CloseSession,
    CountHeads,
    OpenSession,
    OpenToday,
    SaveVisit,
    UndoSave,
)
from desktop.notebook.sync_desk import Counts, SyncDesk
from desktop.notebook.today import Today
from desktop.notebook.undoing import Undoing
from sync.records.ids import EntityId

ELSEWHERE = {sync.EnrolAgain}
"""Answered by what enrols again (tests/desktop/ui/sync/test_again.py, tests/sync/hub/test_enrolled_again.py)."""
_OF_THE_DAY = {one.__name__ for one in (today, group_events, leads, waiting, sync)}
OURS = {laptop.SaveDraft, laptop.OpenDraft} | {
    one for one in ASKS if one.__module__ in _OF_THE_DAY and one not in ELSEWHERE
}
IN_MEMORY = {one for one in ASKS if one.__module__ == waiting.__name__}
READS = {OpenToday, OpenSync, laptop.OpenDraft, leads.ListLeads, sync.SyncNow, sync.CancelSync} | IN_MEMORY


def _none() -> int:
    return 0


@pytest.fixture
def handlers(world: NotebookWorld) -> dict[type[Ask[Any]], Any]:
    """Return the handlers of the use cases of a day, reading in one lane and saving in another."""
    desk = world.desk(AINO)
    reading, writing = world.lane(), world.lane()
    counts = Counts(conflicts=_none, review_waiting=_none, news=_none, due=_none)
    offers = (
        Today(desk, reading=reading, writing=writing).handlers(),
        Undoing(desk, writing=writing).handlers(),
        Drafts(desk, reading=reading, writing=writing).handlers(),
        SyncDesk(desk, reading=reading, tell=lambda _event: None, counts=counts).handlers(),
    )
    return {kind: handler for offer in offers for kind, handler in offer.items()}


def test_every_ask_of_a_day_is_answered_and_no_read_waits_behind_a_save(
    handlers: dict[type[Ask[Any]], Any],
) -> None:
    assert handlers.keys() == OURS
    reading = {kind for kind, handler in handlers.items() if handler.lane is handlers[OpenToday].lane}
    assert reading == READS


def test_a_whole_day_crosses_the_pipe(world: NotebookWorld, handlers: dict[type[Ask[Any]], Any]) -> None:
    def ask(one: Ask[Any]) -> Any:  # noqa: ANN401 - any answer
        decoded = ask_decoder.decode(encoder.encode(one))
        assert decoded == one
        handler = handlers[type(one)]
        answer = handler.lane.call(lambda: handler.answer(decoded))
        return answer_decoder.decode(encoder.encode(answer))

    session = EntityId(ask(OpenSession("", "Kirjasto", "popup", 5, "", [], "")).session)
    saved = ask(SaveVisit(session, ["job_search"]))
    assert ask(CountHeads(session, 2)).heads == 3
    assert ask(UndoSave(saved.save)).undone == 1
    ask(SaveVisit(session, ["housing"], note="Ä"))
    ask(laptop.SaveDraft("visit", {"note": "k"}))
    assert ask(laptop.OpenDraft("visit")).value == {"note": "k"}
    ask(CloseSession(session, "Hyvä", 5))
    world.sync()
    daniel = Stand(world, DANIEL)
    world.sync()
    daniel.review("question", "Miksi?")
    world.sync()
    day = ask(OpenToday(DAY_START))
    assert [row.note for row in day.visits] == ["Ä"]
    assert [one.comment for one in day.news] == ["Miksi?"]
    assert ask(OpenSync()).status.unsent == 0
    assert msgspec.to_builtins(day)["visits"][0]["topics"] == ["housing"]
