# SPDX-License-Identifier: MIT
"""A child process that a test leaves behind is ended with the test, and one that went says why."""

from pathlib import Path

import pytest
from left_children import forget, pytest_runtest_call, remember
from notebook_child import Gone, NotebookChild

from desktop.notebook.messages.laptop import SuggestPassphrase


class Runner:
    """A child that runs until somebody ends it."""

    def __init__(self) -> None:
        self.runs = True

    def kill(self) -> None:
        """End it."""
        self.runs = False


def test_what_a_failed_test_started_is_ended_with_it_and_a_fixtures_child_is_not() -> None:
    of_fixture, of_test = Runner(), Runner()
    remember(of_fixture)
    running = pytest_runtest_call()
    next(running)
    remember(of_test)
    with pytest.raises(AssertionError):
        running.throw(AssertionError())
    assert (of_fixture.runs, of_test.runs) == (True, False)
    forget(of_fixture)


def test_a_notebook_that_ends_unasked_says_with_which_code_and_with_what_words(tmp_path: Path) -> None:
    child = NotebookChild(tmp_path, program=("-c", "import sys; sys.exit('the disk is full')"))
    with pytest.raises(Gone, match=r"^exit code 1; stderr: the disk is full\s*$"):
        child.ask(SuggestPassphrase())
    with pytest.raises(Gone, match="the disk is full"):
        child.ask(SuggestPassphrase())
