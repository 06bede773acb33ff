# SPDX-License-Identifier: MIT
"""What the hub holds back: who sees it, from where its content comes, and what is said of it."""

from typing import Any

import pytest
from card_desk import HETU, OTHER_TEAM, CardDesk
from notebook_world import AINO, BERTTA, DANIEL, TEAM, NotebookWorld
from transfer_desk import TransferDesk, draft, other_team

from desktop.notebook.errors import FieldRequired, NotAllowed, NotFound, OwnWork
from desktop.notebook.messages.held import GiveRuling, Held, ListHeld, OpenHeld
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore
from sync.log.commit import SignedCommit
from sync.protocol.errors import Unreachable
from sync.protocol.holding import HeldCommit, HeldCommits, HeldRequest
from sync.protocol.messages import WireCommit
from sync.records.ids import audit_stream, team_stream

STREAM = team_stream(TEAM)


class Morning:
    """Aino has saved a person that the hub holds back; Daniel, her supervisor, has heard of it."""

    def __init__(self, world: NotebookWorld) -> None:
        self.world = world
        other_team(world)
        self.aino, self.bertta, self.daniel = (TransferDesk(world, one) for one in (AINO, BERTTA, DANIEL))
        self.person = CardDesk(world, AINO).new("Samir", "Testinen", hetu=HETU)
        for name, store in world.stores.items():
            if name == AINO:
                self.commit = _commits(store)[0]
        # Others have it without its bodies, its author has it whole.
        stripped = SignedCommit(self.commit.header, self.commit.signature, (None,))
        self.world.numbered[STREAM] = [stripped]
        self.id = self.aino.desk.reads.history(self.person)[0].id
        world.hub_says(STREAM, draft("quarantine", commit=[*self.id], reason="forbidden", at=world.clock()))

    def list(self, desk: TransferDesk) -> Held:
        """Return somebody's page."""
        return desk.held.list_all(ListHeld())

    def item(self) -> str:
        """Return the item as Daniel has it."""
        return self.list(self.daniel).rows[0].item

    def release(self, *, accepted: bool) -> None:
        """Let the hub decide."""
        said: dict[str, Any] = {"commit": [*self.id], "accepted": accepted, "at": self.world.clock()}
        if accepted:
            said["bodies"] = [*self.commit.bodies]
        self.world.hub_says(STREAM, draft("release", **said))

    def shelve(self) -> None:
        """Let the hub give what it holds back."""
        held = HeldCommit(STREAM, self.id.writer, self.id.n, 1, "forbidden", 5, WireCommit.of(self.commit))
        self.daniel.hub.answer = HeldCommits([held], more=False)


def _commits(store: NotebookStore) -> list[SignedCommit]:
    journal, found = StoreJournal(store), list[SignedCommit]()
    audit = [(audit_stream(store.me.laptop), store.me.writer)]
    segment = journal.unsent(max_commits=9, max_bytes=9_999_999, besides=audit)
    return found if segment is None else list(segment.commits)


@pytest.fixture
def morning(world: NotebookWorld) -> Morning:
    """Return the three at work."""
    return Morning(world)


def test_a_supervisor_sees_whose_save_is_held_back_and_why_and_the_author_sees_their_own(
    morning: Morning,
) -> None:
    (row,) = morning.list(morning.daniel).rows
    assert (row.by, row.reason, row.team, row.can_decide, row.kinds) == (
        "Aino Aalto", "forbidden", "Testitiimi", True, [],
    )  # fmt: skip
    (own,) = morning.list(morning.aino).rows
    assert (own.mine, own.can_decide, own.kinds, own.refused) == (True, False, ["person"], False)
    assert morning.list(morning.bertta).rows == []
    assert (morning.daniel.held.deciding(), morning.aino.held.deciding()) == (1, 0)


def test_the_content_comes_from_the_hub_masked_and_the_look_is_logged(morning: Morning) -> None:
    morning.shelve()
    content = morning.daniel.held.open(OpenHeld(morning.item()))
    assert morning.daniel.hub.asked == [HeldRequest([STREAM])]
    (body,) = content.bodies
    said = {one.name: one.value for one in body.fields}
    assert said["name"] == {"first": "Samir", "last": "Testinen"}
    assert said["hetu"] != HETU
    assert (body.person, body.name, content.received) == (None, "", 5)
    event = morning.daniel.desk.store.audit_rows()[0].event
    assert (event["operation"], event["reason"], event["target"]) == (
        "READ", "held", {"type": "person", "id": morning.person.hex()},
    )  # fmt: skip
    assert morning.daniel.desk.reads.entity(morning.person) is None


def test_without_a_network_the_facts_stand_and_the_content_waits(morning: Morning) -> None:
    with pytest.raises(Unreachable):
        morning.daniel.held.open(OpenHeld(morning.item()))
    assert len(morning.list(morning.daniel).rows) == 1


def test_a_body_that_was_not_signed_is_not_shown(morning: Morning) -> None:
    wire = WireCommit(morning.commit.header, morning.commit.signature, [b"\x80"])
    held = HeldCommit(STREAM, morning.id.writer, morning.id.n, 1, "forbidden", 5, wire)
    morning.daniel.hub.answer = HeldCommits([held], more=False)
    with pytest.raises(NotFound):
        morning.daniel.held.open(OpenHeld(morning.item()))


def test_the_author_reads_their_own_from_the_laptop(morning: Morning) -> None:
    content = morning.aino.held.open(OpenHeld(morning.list(morning.aino).rows[0].item))
    assert morning.aino.hub.asked == []
    assert [one.kind for one in content.bodies] == ["person"]


def test_a_verdict_waits_for_the_hub_and_leaves_the_list_when_it_has_decided(morning: Morning) -> None:
    daniel = morning.daniel
    daniel.held.rule(GiveRuling(morning.item(), "accept", comment="Sovittu"))
    (row,) = morning.list(daniel).rows
    assert (row.said, daniel.held.deciding()) == ("accept", 0)
    assert CardDesk(morning.world, DANIEL).search("samir") == []
    morning.release(accepted=True)
    assert morning.list(daniel).rows == []
    assert morning.list(morning.aino).rows == []
    assert [one.name for one in CardDesk(morning.world, DANIEL).search("samir")] == ["Samir Testinen"]


def test_what_is_not_accepted_stays_with_its_author(morning: Morning) -> None:
    morning.daniel.held.rule(GiveRuling(morning.item(), "refuse", comment="Väärä ihminen"))
    morning.release(accepted=False)
    assert morning.list(morning.daniel).rows == []
    (own,) = morning.list(morning.aino).rows
    assert (own.refused, own.kinds) == (True, ["person"])


def test_it_is_passed_on_to_another_team_only(morning: Morning) -> None:
    daniel = morning.daniel
    for to in ("", TEAM, "t0000000000000000"):
        with pytest.raises(FieldRequired):
            daniel.held.rule(GiveRuling(morning.item(), "forward", to=to))
    daniel.held.rule(GiveRuling(morning.item(), "forward", to=OTHER_TEAM))
    (row,) = morning.list(daniel).rows
    assert (row.said, row.said_team) == ("forward", "Toinen tiimi")


def test_nobody_decides_about_their_own_nor_without_being_a_supervisor(morning: Morning) -> None:
    item = morning.item()
    with pytest.raises(OwnWork):
        morning.aino.held.rule(GiveRuling(item, "accept"))
    with pytest.raises(NotAllowed):
        morning.bertta.held.rule(GiveRuling(item, "accept"))
    with pytest.raises(NotAllowed):
        morning.bertta.held.open(OpenHeld(item))
    with pytest.raises(NotFound):
        morning.daniel.held.rule(GiveRuling("aa.1.bb@city", "accept"))


def test_what_this_program_is_too_old_for_is_listed_with_the_program_that_wrote_it(morning: Morning) -> None:
    world = morning.world
    world.hub_says(STREAM, draft("horoscope", stars=3))
    (row,) = morning.list(morning.aino).parked
    assert (row.kinds, row.app, row.at_hub) == (["horoscope"], "hub", False)


def test_what_did_not_fit_the_first_answer_is_asked_on_for(morning: Morning) -> None:
    others = HeldCommit(
        STREAM, morning.id.writer, morning.id.n + 1, 1, "forbidden", 5, WireCommit.of(morning.commit)
    )
    wanted = HeldCommit(
        STREAM, morning.id.writer, morning.id.n, 7, "forbidden", 5, WireCommit.of(morning.commit)
    )
    pages = {0: HeldCommits([others], more=True), 1: HeldCommits([wanted], more=False)}

    def held(request: HeldRequest) -> HeldCommits:
        return pages[request.after]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(morning.daniel.hub, "held", held)
        assert morning.daniel.held.open(OpenHeld(morning.item())).bodies


def test_a_hub_that_always_says_more_is_not_asked_for_ever(morning: Morning) -> None:
    others = HeldCommit(
        STREAM, morning.id.writer, morning.id.n + 1, 1, "forbidden", 5, WireCommit.of(morning.commit)
    )
    morning.daniel.hub.answer = HeldCommits([others], more=True)
    with pytest.raises(NotFound):
        morning.daniel.held.open(OpenHeld(morning.item()))
    assert [one.after for one in morning.daniel.hub.asked] == [0, 1]
