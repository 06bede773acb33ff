# SPDX-License-Identifier: MIT
"""Two values of somebody protected are compared only when asked for, each value logged."""

import pytest
from fake_notebook import FakeBridge
from msgspec.structs import replace
from people_world import conflict

from desktop.notebook.messages.people import ConflictView, OpenConflict, RevealedField, RevealField
from desktop.ui.conflict.page import ConflictPage

MASK = "••••"
PLAIN = ["+358409990001", "+358409990002"]


@pytest.fixture
def hidden(page: ConflictPage, bridge: FakeBridge) -> ConflictView:
    """Let the page show a question whose values are masks."""
    view = conflict()
    view = replace(view, sides=[replace(side, value=MASK) for side in view.sides], masked=True)
    plain = {(side.writer, side.n): value for side, value in zip(view.sides, PLAIN, strict=True)}
    bridge.on(OpenConflict, lambda _ask: view)
    bridge.on(RevealField, lambda ask: RevealedField(plain[ask.writer, ask.n]))
    page.forget()
    page.open((view.entity, view.field))
    return view


def test_the_values_are_masks_until_the_button_is_pressed_and_then_both_stand_there(
    page: ConflictPage, bridge: FakeBridge, hidden: ConflictView
) -> None:
    line = page.question.hidden
    assert line.isVisible()
    assert bridge.all_of(RevealField) == []
    line.button.click()
    assert [(ask.writer, ask.n) for ask in bridge.all_of(RevealField)] == [
        (side.writer, side.n) for side in hidden.sides
    ]
    assert [str(line.plain(side).value) for side in hidden.sides] == PLAIN
    line.button.click()
    assert {str(line.plain(side).value) for side in hidden.sides} == {MASK}
    assert len(bridge.all_of(RevealField)) == 2


def test_they_are_hidden_again_by_the_timer_and_by_the_lock(page: ConflictPage, hidden: ConflictView) -> None:
    line = page.question.hidden
    line.button.click()
    line._timer.timeout.emit()
    assert {str(line.plain(side).value) for side in hidden.sides} == {MASK}
    line.button.click()
    page.forget()
    assert not line.isVisible()
    assert {str(line.plain(side).value) for side in hidden.sides} == {MASK}


def test_other_questions_have_no_such_button(page: ConflictPage) -> None:
    assert page.question.view is not None
    assert not page.question.hidden.isVisible()
