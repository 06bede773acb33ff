# SPDX-License-Identifier: MIT
"""Half-typed text outlives a lock and is no save."""

from notebook_world import AINO, NotebookWorld

from desktop.notebook.drafts import Drafts
from desktop.notebook.messages.laptop import OpenDraft, SaveDraft


def test_a_draft_comes_back_after_the_notebook_was_shut(world: NotebookWorld) -> None:
    drafts = Drafts(world.desk(AINO), reading=world.lane(), writing=world.lane())
    drafts.save(SaveDraft("visit", {"note": "puoliväl", "age": ""}))
    world.close()
    desk = world.desk(AINO)
    again = Drafts(desk, reading=world.lane(), writing=world.lane())
    assert again.open(OpenDraft("visit")).value == {"note": "puoliväl", "age": ""}
    assert desk.reads.sending.unsent_count() == 0


def test_an_empty_draft_is_dropped(world: NotebookWorld) -> None:
    drafts = Drafts(world.desk(AINO), reading=world.lane(), writing=world.lane())
    drafts.save(SaveDraft("visit", {"note": "x"}))
    drafts.save(SaveDraft("visit", {"note": ""}))
    assert drafts.open(OpenDraft("visit")).value == {}
    assert drafts.open(OpenDraft("never")).value == {}
