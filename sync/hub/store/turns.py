# SPDX-License-Identifier: MIT
"""Group commit: whoever comes first writes for all who wait meanwhile, in one transaction, one fsync.

No thread of its own: a waiting caller either finds its answer ready when its turn comes, or takes the turn
and everything that is waiting.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

MOST_TOGETHER: Final = 64
"""Runs in one transaction: at most 64 x 500 commits."""


@dataclass(slots=True)
class _Place(Generic[Asked, Answer]):
    asked: Asked
    answer: Answer | None = None
    error: BaseException | None = None
    done: bool = False


class Turns(Generic[Asked, Answer]):
    """Calls ``work`` with what several threads ask for, one call at a time."""

    def __init__(self, work: Callable[[Sequence[Asked]], Sequence[Answer]]) -> None:
        self._work = work
        self._waiting: list[_Place[Asked, Answer]] = []
        self._list = threading.Lock()
        self._turn = threading.Lock()

    def ask(self, asked: Asked) -> Answer:
        """Return the answer of the call that this was part of; raises what that call raised."""
        place: _Place[Asked, Answer] = _Place(asked)
        with self._list:
            self._waiting.append(place)
        while not place.done:
            # With more waiting than go together, the first turn may serve others only.
            with self._turn:
                if not place.done:
                    self._serve()
        if place.error is not None:
            raise place.error
        if place.answer is None:
            raise RuntimeError("served without an answer")
        return place.answer

    def _serve(self) -> None:
        with self._list:
            together, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
        try:
            answers = self._work([place.asked for place in together])
        except BaseException as problem:  # noqa: BLE001 - handed to everybody who waits for it, below
            for place in together:
                place.error, place.done = problem, True
            return
        for place, answer in zip(together, answers, strict=True):
            place.answer, place.done = answer, True
