# SPDX-License-Identifier: MIT
"""Attacks on two values and their history: a save that says it is a colleague's, requests that mean nobody."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from card_desk import CardDesk
from notebook_world import AINO, BERTTA, DANIEL, HUB, TEAM, NotebookWorld
from transfer_desk import TransferDesk, draft

from desktop.notebook.messages.held import ListHeld
from desktop.notebook.messages.moving import ListHandovers, OfferMove
from desktop.notebook.messages.notices import ListNotices
from desktop.notebook.settle_requests import SettleRequests
from desktop.store.changes import Change
from sync.log.commit import Draft, first_prev, write_commit
from sync.log.deletion import deletion_value
from sync.records.ids import StreamId, staff_stream, team_stream

STREAM = team_stream(TEAM)
ODD: list[Any] = [
    [],
    {},
    "",
    "\x00",
    "x" * 9_000,
    2**63,
    -1,
    True,
    None,
    b"",
    b"\xff" * 16,
    [[]],
    [None],
    {"a": []},
]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    made = NotebookWorld.make(tmp_path)
    yield made
    made.close()


def test_a_save_that_claims_to_be_a_colleagues_is_shown_as_its_authors(world: NotebookWorld) -> None:
    aino, bertta = CardDesk(world, AINO), CardDesk(world, BERTTA)
    person = aino.new("Samir", "Testinen")
    world.sync()
    first = aino.desk.reads.history(person)[0].id
    change = Change(kind="person", entity=person, subject=person, fields={"known_as": "Sami"}, origin=first)
    bertta.desk.save([(STREAM, [change])])
    world.sync()
    for desk in (aino.desk, bertta.desk):
        head = desk.entity(person, "person").fields["known_as"].heads[0]
        assert head.author.staff == BERTTA
        assert [one.author.staff for one in desk.reads.history(person)] == [AINO, BERTTA]
    assert aino.desk.entity(person, "person").values["name"] == {"first": "Samir", "last": "Testinen"}


def forge(world: NotebookWorld, stream: StreamId, odd: Sequence[Draft]) -> None:
    """Let Bertta's key sign what her window would never save, one commit each."""
    key = world.keys[BERTTA].signing
    prev = first_prev(HUB, stream, key.public)
    for n, one in enumerate(odd, start=1):
        commit = write_commit(
            [one], key=key, hub=HUB, stream=stream, n=n, prev=prev, time_ms=world.clock(), app="odd"
        )
        world.numbered.setdefault(stream, []).append(commit)
        prev = commit.hash


def test_requests_moves_rulings_and_words_of_odd_values_leave_every_page_readable(
    world: NotebookWorld,
) -> None:
    person = CardDesk(world, AINO).new("Samir", "Testinen")
    desks = [TransferDesk(world, one) for one in (DANIEL, AINO)]
    world.sync()
    work, words = list[Draft](), list[Draft]()
    for odd in ODD:
        every = dict.fromkeys(("entity", "field", "to", "until", "at"), odd)
        work += [
            draft("settle_request", **every),
            draft("settle_request", to=odd),
            draft("move", subject=person, to=odd, at=odd),
            draft("move", subject=person, at=odd),
            draft("ruling", ruling=odd),
            draft("ruling", ruling={"commit": [odd, odd, odd], "to": odd}),
            draft("ruling", ruling={"commit": [b"a" * 16, odd, b"b" * 8], "to": odd}),
            draft("merge", subject=person, pair=[odd, odd]),
            draft("handover", subject=person, by=odd, number=odd),
            draft("person", person, subject=person, responsible=odd),
        ]
        words += [draft("message", from_=odd, text=odd, at=odd), draft("seen", of=odd, at=odd)]
    forge(world, STREAM, work)
    forge(world, staff_stream(DANIEL), words)
    world.sync()
    world.sync(stream=staff_stream(DANIEL))
    for who in desks:
        assert who.held.list_all(ListHeld()).rows == []
        assert who.moving.offer(OfferMove(person)).person == person
        assert who.handover.list_all(ListHandovers()).received == []
        assert SettleRequests(who.desk).waiting() == {}
        assert who.desk.reads.merged.members(person) == (person,)
    assert len(desks[0].notices.list_all(ListNotices()).rows) == len(ODD)


def test_fifty_merges_in_a_chain_are_one_person_and_one_taken_out_of_the_middle_parts_it(
    world: NotebookWorld,
) -> None:
    aino = CardDesk(world, AINO)
    cards = sorted(aino.new(f"Samir {n}", "Testinen") for n in range(50))
    world.sync()
    merges = [draft("merge", subject=one, pair=[one, other]) for one, other in pairwise(cards)]
    merges += [draft("merge", subject=cards[0], pair=[cards[0], cards[0]])]  # with oneself: nothing
    forge(world, STREAM, merges)
    world.sync()
    members = aino.desk.reads.merged.members
    assert members(cards[30]) == tuple(cards)
    middle = aino.desk.reads.entities.state(merges[24].entity)
    assert middle is not None
    taken_back = Change(kind="merge", entity=merges[24].entity, fields={"deleted": deletion_value(middle)})
    aino.desk.save([(STREAM, [taken_back])])
    world.sync()
    assert (members(cards[0]), members(cards[49])) == (tuple(cards[:25]), tuple(cards[25:]))
