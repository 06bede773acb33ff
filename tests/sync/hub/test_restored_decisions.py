# SPDX-License-Identifier: MIT
"""What a hub had decided before it was lost waits for nobody once it is restored: it is decided as it was."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld
from restored_hub import RestoredHub, round_of
from store_world import edit, person

from desktop.store.colleagues import import_colleague, own_outbox
from desktop.store.views import WriteStanding
from sync.hub import quarantine
from sync.hub.roster import end_grants
from sync.protocol.bundle import write_bundle
from sync.protocol.journal import Segment


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[tuple[RestoredHub, City]]:
    """A hub with a city, that may be lost."""
    clock = HubClock()
    city = make_city(HubWorld.make(tmp_path / "hub", clock=clock), clock)
    hub = RestoredHub(tmp_path, city.world)
    yield hub, city
    hub.close()


@pytest.mark.parametrize("accepted", [True, False])
@pytest.mark.parametrize("first", ["who decided", "who wrote"])
@pytest.mark.parametrize("copied", [True, False])
def test_what_was_decided_after_the_backup_waits_for_nobody(
    stand: tuple[RestoredHub, City], first: str, *, copied: bool, accepted: bool
) -> None:
    hub, city = stand
    author, other = hub.laptop(city.adviser), hub.laptop(city.coach)
    samir = person("Samir", "Testinen", phone="+358401111111")
    author.save(city.stream, samir)
    author.sync()
    other.sync()
    backup = hub.backup()
    author.save(city.stream, edit("person", samir.entity, phone="+358402222222"))
    if copied:
        import_colleague(other.store, own_outbox(author.store, since_ms=0))
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    (other if copied else author).sync()
    other.sync()
    (held,) = [one for one in quarantine.held(city.world.parts) if not one.refused]
    quarantine.decide(city.world.parts, city.stream, held.number, accepted=accepted)
    other.sync()
    before = other.store.reads().entity(samir.entity)
    hub.lose_and_restore(backup)
    for laptop in (other, author, other) if first == "who decided" else (author, other, other):
        round_of(laptop)
    after = other.store.reads().entity(samir.entity)
    assert before is not None
    assert after is not None
    assert after.values["phone"] == before.values["phone"]
    told = other.store.reads().sending.quarantined()
    assert not [one for one in told if one.standing is WriteStanding.QUARANTINED]
    assert not [one for one in told if one.author.staff is None]
    assert not _waiting(city)


def _waiting(city: City) -> list[int]:
    """Return the numbers of the adviser's saves that are held back and not decided about."""
    found = quarantine.held(city.world.parts)
    return [one.number for one in found if not one.refused and one.writer == city.adviser.writer]


def _bundle(city: City, outbox: Sequence[Segment]) -> bytes:
    """Return what the adviser left for others to deliver, sealed to the hub as it is now."""
    return write_bundle(
        outbox, key=city.adviser.key, hub=city.world.hub, receivers=[city.world.parts.keys.receiving.public],
        sequence=1, previous=bytes(32), time_ms=city.world.clock(),
    )  # fmt: skip


def test_a_save_that_a_bundle_brings_after_its_release_is_let_count_again(
    stand: tuple[RestoredHub, City],
) -> None:
    hub, city = stand
    author, other = hub.laptop(city.adviser), hub.laptop(city.coach)
    samir = person("Samir", "Testinen", phone="+358401111111")
    author.save(city.stream, samir)
    author.sync()
    other.sync()
    backup = hub.backup()
    author.save(city.stream, edit("person", samir.entity, phone="+358402222222"))
    outbox = own_outbox(author.store, since_ms=0)
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    city.coach.hub.deliver(_bundle(city, outbox))
    (held,) = _waiting(city)
    quarantine.decide(city.world.parts, city.stream, held, accepted=False)
    other.sync()
    hub.lose_and_restore(backup)
    other.sync()
    city.coach.hub.deliver(_bundle(city, outbox))
    assert not _waiting(city)
