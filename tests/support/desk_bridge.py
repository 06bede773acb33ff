# SPDX-License-Identifier: MIT
"""A bridge straight to the use cases over a real store: pages are tested against what the notebook really says."""

from collections.abc import Mapping
from typing import Any

from fake_notebook import FakeBridge, Reply
from notebook_world import NotebookWorld

from desktop.notebook.conflicts import Conflicts
from desktop.notebook.drafts import Drafts
from desktop.notebook.faults import report_of
from desktop.notebook.merging import Merging
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.people import People
from desktop.notebook.server import Handler
from desktop.notebook.today import Today
from desktop.notebook.undoing import Undoing
from sync.records.ids import StaffId


def desk_bridge(
    world: NotebookWorld, staff: StaffId, *, files: Mapping[type[Ask[Any]], Handler] | None = None
) -> FakeBridge:
    """Return a bridge to somebody's open notebook. What fails becomes the same report as in the process.

    ``files`` answer the asks about files, where a test has any.
    """
    desk = world.desk(staff)
    reading, writing = world.lane(), world.lane()
    handlers: dict[type[Ask[Any]], Handler] = {
        **People(desk, reading=reading, writing=writing).handlers(),
        **Conflicts(desk, reading=reading, writing=writing).handlers(),
        **Merging(desk, reading=reading, writing=writing).handlers(),
        **Drafts(desk, reading=reading, writing=writing).handlers(),
        **Today(desk, reading=reading, writing=writing).handlers(),
        **Undoing(desk, writing=writing).handlers(),
        **(files or {}),
    }
    bridge = FakeBridge()
    for kind, handler in handlers.items():
        bridge.on(kind, _answering(handler))
    return bridge


def _answering(handler: Handler) -> Any:  # noqa: ANN401 - any ask's answer
    def answer(ask: Ask[Any]) -> Reply:
        try:
            return handler.lane.call(lambda: handler.answer(ask))
        except Exception as error:
            report = report_of(error)
            if report is None:
                raise
            return report

    return answer
