# SPDX-License-Identifier: MIT
"""Each rule that keeps data, taken out one by one: the checks must notice, and be silent where the rule is there.

The stories are short and fixed; the checks are those of the torture (`tests/torture/invariants.py`).
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from desktop.store import commit_rows, notebook
from desktop.store.bundle_rights import BundleRights
from desktop.store.colleagues import import_colleague, own_outbox
from desktop.store.erasing import Erasing
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore
from desktop.store.sqlcipher import Connection
from sync.client import pull as pull_step
from sync.client import push as push_step
from sync.hub import carrying, moving
from sync.hub.erase import erase_write
from sync.hub.in_process import InProcessHub
from sync.hub.judging import Judge
from sync.hub.service import HubService
from sync.hub.store.numbering import Numbering
from sync.log import fold
from sync.log.codec import encode
from sync.log.commit import Body, CommitId, Header, SignedCommit, read_body, read_header
from sync.log.fold import Known
from sync.log.state import FieldState, Head
from sync.protocol.errors import Unreachable
from sync.protocol.journal import Run
from sync.protocol.messages import CommitFrame, Pulled, PullRequest, Pushed, PushRequest, Receipt, WireCommit
from sync.records.ids import WriterId, new_entity, team_stream
from tests.torture.city import City, Surprise
from tests.torture.invariants import Broken, hold
from tests.torture.laptop import Laptop
from tests.torture.network import Fault
from tests.torture.places import quick_folder
from tests.torture.shelf import Shelf

Story = Callable[[City], None]
Mutation = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(scope="module")
def shelf() -> Iterator[Shelf]:
    """The pattern that every story is played on."""
    folder = Path(tempfile.mkdtemp(dir=quick_folder()))
    made = Shelf(folder / "shelf")
    yield made
    made.close()
    shutil.rmtree(folder)


@contextmanager
def _city(shelf: Shelf) -> Iterator[City]:
    city = City(shelf.take())
    try:
        yield city
    finally:
        city.close()


def _write(city: City, laptop: Laptop, value: str, *, person: int = 0) -> None:
    city.save(laptop, "person", city.people[person], {"known_as": value})


# --- stories: each ends with everybody having met the hub


def answer_lost(city: City) -> None:
    """A push arrives, its answer does not, and the laptop sends again."""
    aino = city.laptops[0]
    _write(city, aino, "v1")
    city.round(aino, [Fault.NONE, Fault.NONE, Fault.ANSWER_LOST])
    _write(city, aino, "v2")
    city.quiet()


def body_changed(city: City) -> None:
    """Somebody on the way changes a body that a laptop pulls; the next pull is clean."""
    aino, bo = city.laptops[:2]
    _write(city, aino, "right")
    city.round(aino, [])
    bo.engine.hub = _Changing(city.world.service, bo.writer)
    with suppress(Surprise):
        city.round(bo, [])
    city.quiet()


def copy_seen_on_a_stick(city: City) -> None:
    """A colleague writes over what a copied laptop said; the other copy's save with that number came elsewhere."""
    aino, bo = city.laptops[:2]
    _write(city, aino, "v1")
    city.quiet()
    copy = aino.copy()
    city.laptops.append(copy)
    _write(city, copy, "of the copy")
    _take_over(bo, copy)
    _write(city, bo, "over the copy's")
    _write(city, aino, "of the first")
    for laptop in (aino, bo, copy):
        city.round(laptop, [])
    city.quiet()


def write_erased(city: City) -> None:
    """One write is erased that had replaced another."""
    aino, bo = city.laptops[:2]
    _write(city, aino, "v1")
    city.quiet()
    _write(city, bo, "v2")
    city.quiet()
    chosen = city.book.saves[-1]
    erase_write(city.world.parts, chosen.place[0], chosen.id.writer, chosen.id.n, chosen.place[1])
    chosen.emptied = True
    city.quiet()


def note_of_another(city: City) -> None:
    """Somebody writes a colleague's note anew, which no adviser may."""
    aino, bo = city.laptops[:2]
    note = new_entity()
    city.save(aino, "note", note, {"text": "v1", "at": 1}, subject=city.people[0])
    city.quiet()
    city.save(bo, "note", note, {"text": "v2"}, subject=city.people[0])
    city.quiet()


def taken_over_at_the_stand(city: City) -> None:
    """What a stick brought that its author may not write is not shown, though the hub has not spoken yet."""
    aino, bo, cai = city.laptops[:3]
    note = new_entity()
    city.save(aino, "note", note, {"text": "v1", "at": 1}, subject=city.people[0])
    city.quiet()
    city.save(bo, "note", note, {"text": "v2"}, subject=city.people[0])
    _take_over(cai, bo)
    view = cai.store.reads().entity(note)
    if view is None or view.values["text"] != "v1":
        raise Broken("I8", "a forbidden write is shown")
    city.quiet()


def two_rounds(city: City) -> None:
    """One writes and sends, the other fetches, twice; the first fetching is cut short."""
    aino, bo = city.laptops[:2]
    for value in ("v1", "v2"):
        _write(city, aino, value)
        city.round(aino, [])
        city.round(bo, [])
    city.quiet()


def hub_that_lies(city: City) -> None:
    """What answers a push is not the hub, and says that it has everything."""
    aino = city.laptops[0]
    _write(city, aino, "v1")
    aino.engine.hub = _Lying(city.world.service, aino.writer)
    with suppress(Surprise):
        city.round(aino, [])
    if aino.journal.unsent_count() != 1:
        raise Broken("I6", "what nobody vouched for counts as sent")
    city.quiet()


def somebody_moves(city: City) -> None:
    """A person with values goes to another team."""
    aino, cai = city.laptops[0], city.laptops[2]
    _write(city, aino, "v1")
    city.quiet()
    city.save(
        cai,
        "move",
        new_entity(),
        {"to": city.teams[1], "reason": "moved house", "at": 1},
        subject=city.people[0],
    )
    city.book.saves.clear()
    city.book.by_place.clear()
    city.quiet()
    view = city.laptops[3].store.reads().entity(city.people[0])
    if view is None or view.stream != team_stream(city.teams[1]) or view.values.get("known_as") != "v1":
        raise Broken("I5", "what was said of the person did not come along")


def _take_over(taker: Laptop, giver: Laptop) -> None:
    runs = [run for run in own_outbox(giver.store, since_ms=0) if run.stream.startswith("team/")]
    import_colleague(taker.store, runs)


# --- mutations


def no_deduplication(patch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> tuple[int, bytes]:
        return 0, b""

    patch.setattr(Numbering, "_writer_head", never)


def no_hash_check(patch: pytest.MonkeyPatch) -> None:
    def unchecked(commit: SignedCommit, _stream: object) -> Header:
        return read_header(commit.header)

    def any_bodies(commit: SignedCommit, _header: object) -> tuple[Body | None, ...]:
        return tuple(None if raw is None else read_body(raw) for raw in commit.bodies)

    patch.setattr(pull_step, "_check_commit", unchecked)
    patch.setattr(commit_rows, "read_bodies", any_bodies)


def bare_dots(patch: pytest.MonkeyPatch) -> None:
    real = fold._apply_field

    def apply(before: FieldState | None, head: Head, seen: Iterable[CommitId], known: Known) -> FieldState:
        taken = [CommitId(one.writer, one.n, known.mark(one.writer, one.n) or one.mark) for one in seen]
        return real(before, head, taken, known)

    patch.setattr(fold, "_apply_field", apply)


def no_restating(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Erasing, "restate", lambda *_: None)


def hub_asks_no_rights(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Judge, "_allowed", lambda *_, **__: True)


def fold_asks_no_rights(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(BundleRights, "may_say", lambda *_: True)


def acknowledged_before_it_is_written(patch: pytest.MonkeyPatch) -> None:
    real = NotebookStore.save_all

    @contextmanager
    def undone(connection: Connection) -> Iterator[None]:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")

    def save_all(self: NotebookStore, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - passed on
        with patch.context() as within:
            within.setattr(notebook, "transaction", undone)
            told = real(self, *arguments, **named)
        self.names.forget()
        return told

    patch.setattr(NotebookStore, "save_all", save_all)


def cursor_before_the_commits(patch: pytest.MonkeyPatch) -> None:
    real = StoreJournal.apply
    cut: list[bool] = []

    def apply(self: StoreJournal, run: Run) -> int:
        news = [one for one in run.received if one.commit is not None]
        if news and run.stream.startswith("team/") and not cut:
            cut.append(True)
            with self._store.writing() as connection:
                connection.execute(
                    "UPDATE streams SET number = ?, hash = ? WHERE key = ?",
                    (run.cursor.number, run.cursor.hash, self._store.names.stream(run.stream)),
                )
            raise Unreachable("power cut")
        return real(self, run)

    patch.setattr(StoreJournal, "apply", apply)


def receipts_believed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(push_step, "verify", lambda *_: None)


def nothing_carried(patch: pytest.MonkeyPatch) -> None:
    real = carrying.carried_run
    patch.setattr(
        moving, "carried_run",
        lambda parts, stream, first, _carried, **more: real(parts, stream, first, [], **more),
    )  # fmt: skip


CASES: Sequence[tuple[Story, Mutation]] = (
    (answer_lost, no_deduplication),
    (body_changed, no_hash_check),
    (copy_seen_on_a_stick, bare_dots),
    (write_erased, no_restating),
    (note_of_another, hub_asks_no_rights),
    (taken_over_at_the_stand, fold_asks_no_rights),
    (two_rounds, acknowledged_before_it_is_written),
    (two_rounds, cursor_before_the_commits),
    (hub_that_lies, receipts_believed),
    (somebody_moves, nothing_carried),
)


@pytest.mark.parametrize("story", dict.fromkeys(story for story, _ in CASES), ids=lambda one: one.__name__)
def test_nothing_is_said_about_a_story_as_it_is(shelf: Shelf, story: Story) -> None:
    with _city(shelf) as city:
        story(city)
        hold(city)


@pytest.mark.parametrize(("story", "mutation"), CASES, ids=lambda one: one.__name__)
def test_a_rule_taken_out_is_noticed(
    shelf: Shelf, story: Story, mutation: Mutation, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _city(shelf) as city:
        mutation(monkeypatch)
        with pytest.raises(Exception) as noticed:  # noqa: PT011 - a check, or the store's own constraint
            _through(city, story)
        monkeypatch.undo()
    assert noticed.type is not KeyError


def _through(city: City, story: Story) -> None:
    story(city)
    hold(city)


# --- stand-ins


class _Changing(InProcessHub):
    """A network on which somebody changes the values in a pulled body."""

    def pull(self, request: PullRequest) -> Pulled:
        answer = super().pull(request)
        frames = [
            CommitFrame(one.stream, one.number, _changed(one.commit), one.signing)
            if isinstance(one, CommitFrame)
            else one
            for one in answer.frames
        ]
        return Pulled(answer.epoch, answer.time, frames, answer.more)


def _changed(one: WireCommit) -> WireCommit:
    bodies = [None if raw is None else raw.replace(b"right", b"wrong") for raw in one.bodies]
    return WireCommit(one.header, one.signature, bodies)


class _Lying(InProcessHub):
    """Says that it took a run in, and did not; the receipt's signature is nobody's."""

    def __init__(self, service: HubService, writer: WriterId) -> None:
        super().__init__(service, writer)
        self.service = service

    def push(self, request: PushRequest) -> Pushed:
        parts = self.service.parts
        through = request.first + len(request.commits) - 1
        receipt = Receipt(
            hub=parts.hub, epoch=parts.epoch, stream=request.stream, writer=request.writer, n=through,
            hash=request.commits[-1].value().hash, number=1, time=parts.clock(),
        )  # fmt: skip
        numbers = [1 + at for at in range(len(request.commits))]
        return Pushed(through, numbers, [], [], encode(receipt), bytes(64))

    def pull(self, request: PullRequest) -> Pulled:
        raise Unreachable(str(request.epoch))
