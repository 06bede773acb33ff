# SPDX-License-Identifier: MIT
"""The step that loads a stream's beginning as a snapshot: its index, then the parts of states, own people first.

Each part is signed, held against the index, and a point to go on from. What has come is shown and may be written.
"""

from sync.client.errors import AnswerBroken, Cloned
from sync.client.round import Round
from sync.failpoints import FailPoint, reached
from sync.log.errors import ChainBroken, ChainForked, LogError
from sync.log.snapshot import loading_order, read_part
from sync.protocol.errors import Code, CursorExpired, WrongHub, refusal
from sync.protocol.journal import Loading
from sync.protocol.messages import Cursor, SnapshotFrame, SnapshotRequest
from sync.records.ids import StreamId


def load_snapshot(trip: Round, announced: SnapshotFrame) -> int:
    """Load what is missing of a stream's snapshot and return how many entities came.

    A half-loaded snapshot goes on at the parts that are missing as long as the hub still has it; otherwise
    the newest one is loaded from its beginning. Raises Cloned, WrongHub, AnswerBroken, Cancelled and what the
    hub raises.
    """
    stream = announced.stream
    forked = trip.stuck.get((stream, trip.me))
    if isinstance(forked, Cloned):
        raise forked  # what is unsent here is not what the snapshot has: it is signed again first
    loading = trip.journal.snapshot_progress(stream)
    if loading is not None and loading.place.base.epoch == trip.known.epoch:
        try:
            return _Loader(trip, stream, loading).load(loading.place.base.number)
        except CursorExpired:
            pass  # it is no longer kept: the newest one, from its beginning
    return _Loader(trip, stream, None).load(announced.number)


class _Loader:
    """One snapshot on its way in. ``loading`` is what is here of it already."""

    def __init__(self, trip: Round, stream: StreamId, loading: Loading | None) -> None:
        self._trip = trip
        self._stream = stream
        self._resumed = loading is not None
        self._place = None if loading is None else loading.place
        self._left = [] if loading is None else _missing(trip, loading)
        self._came = 0 if loading is None else loading.entities

    def load(self, number: int) -> int:
        """Load the parts that are missing of the snapshot at this number (0: the newest); return the entities."""
        entities = 0
        while self._place is None or not self._place.indexed or self._left:
            if self._place is not None and self._place.indexed:
                part = self._left[0]
            else:
                part = 0 if self._place is None else self._place.read
            if self._place is not None and self._place.indexed:
                self._trip.loading = (self._came, self._place.entities)
            self._trip.go_on()
            came, number = self._take(number, part)
            entities += came
            self._came += came
            reached(FailPoint.LAPTOP_SNAPSHOT_BETWEEN_PARTS)
        self._trip.loading = (0, 0)
        return entities

    def _take(self, number: int, part: int) -> tuple[int, int]:
        """Fetch, verify and keep one part; return its entities and the snapshot's number."""
        trip, stream = self._trip, self._stream
        answer = trip.hub.snapshot(SnapshotRequest(stream, number, part))
        try:
            contents, place = read_part(
                answer.payload, answer.signature, hub=trip.known.hub, public=trip.known.signing,
                after=self._place,
            )  # fmt: skip
        except ChainBroken as problem:
            if self._resumed:  # cut anew at the same number: what is here is of another
                raise refusal(Code.CURSOR_EXPIRED, stream=stream) from problem
            raise WrongHub("snapshot") from problem
        except LogError as problem:
            raise WrongHub("snapshot") from problem
        base = place.base
        said = (answer.stream, answer.number, answer.part, answer.parts, contents.part)
        if said != (stream, base.number, part, place.parts, part) or base.stream != stream:
            raise AnswerBroken("snapshot part")
        if number not in {0, base.number} or base.epoch != trip.known.epoch:
            raise AnswerBroken("snapshot base")
        if contents.is_index:
            left = loading_order(place, trip.journal.staff()) if place.indexed else []
        else:
            left = self._left[1:]
        whole = place.indexed and not left
        cursor = Cursor(stream, base.number, base.running) if whole else None
        try:
            came = trip.journal.apply_part(answer, cursor)
        except ChainForked as problem:
            raise Cloned(stream, trip.me) from problem
        self._place, self._left = place, left
        return came, base.number


def _missing(trip: Round, loading: Loading) -> list[int]:
    order = loading_order(loading.place, trip.journal.staff()) if loading.place.indexed else []
    return [part for part in order if part not in loading.loaded]
