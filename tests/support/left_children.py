# SPDX-License-Identifier: MIT
"""Child processes that a test has left running are ended with it, so that no later test pays for them.

A pytest plugin. What a failed test started is ended when it fails; everything else, with its file.
"""

from collections.abc import Generator
from typing import Protocol

import pytest


class Child(Protocol):
    """A child process that can be ended at once, also when it is gone already."""

    def kill(self) -> None:
        """End it and wait for it; harmless a second time."""


_running: list[Child] = []


def remember(child: Child) -> None:
    """Have ``child`` ended in the end, if nobody does before."""
    _running.append(child)


def forget(child: Child) -> None:
    """``child`` was ended; harmless a second time."""
    if child in _running:
        _running.remove(child)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """End what a test started, if it fails."""
    before = list(_running)
    try:
        return (yield)
    except BaseException:
        _end([one for one in _running if one not in before])
        raise


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """End what is left after the last test of a file."""
    try:
        return (yield)
    finally:
        if nextitem is None or nextitem.path != item.path:
            _end(list(_running))


def _end(children: list[Child]) -> None:
    for one in children:
        one.kill()
        forget(one)
