# SPDX-License-Identifier: MIT
"""The story of two cards that are one person: found, laid side by side, and shown as one."""

from typing import Final

from PySide6.QtCore import Qt

from desktop.demo import acts
from desktop.demo.errors import StoryBroken
from desktop.demo.facts import round_made
from desktop.demo.report import Report
from desktop.demo.stage import Stage
from desktop.notebook.messages.people import OpenPerson, PersonView
from desktop.ui.merging.page import MergingPage

_FIRST: Final = "Olexandra"
_LAST: Final = "Demtšenko"


def merge(stage: Stage, report: Report, name: str) -> None:
    """Tell how somebody who was written down a second time, spelt otherwise, becomes one with ``name``."""
    with report.step("Two cards of one person are compared and merged") as step:
        stage.front()
        acts.new_person(
            stage, first=_FIRST, last=_LAST, phone="040 555 0190", note="Kävi uudestaan, kysyi kurssin alkua."
        )
        page = acts.people(stage)
        second = page.card.person
        if second is None:
            raise StoryBroken("the second card")
        stage.press(Qt.Key.Key_D, acts.CONTROL)
        merging = stage.window.shell.page("merging")
        if not isinstance(merging, MergingPage):
            raise StoryBroken("merging")
        stage.wait(merging.search.search.hasFocus, "the search for the other card")
        stage.write(name.split()[1].lower())
        stage.wait(lambda: [row.title for row in merging.search.rows.rows()] == [name], "the other card")
        stage.press(Qt.Key.Key_Return)
        stage.wait(merging.comparison.isVisible, "the two cards side by side")
        stage.picture(report.file(step, "compared"))
        stage.press(Qt.Key.Key_Return)
        stage.wait(lambda: stage.window.shell.current == "people", "the card again")
        round_made(stage)
        stage.wait(lambda: _both(page.card.view), "both cards on the page")
        view = stage.ask(OpenPerson(second, "demo"))
        step.check("the second card opens as the same person", _both(view))
        step.figures["cards of the person"] = len(view.cards) + 1
        stage.picture(report.file(step, "one"))


def _both(view: PersonView | None) -> bool:
    return view is not None and len(view.cards) == 1 and not view.waiting
