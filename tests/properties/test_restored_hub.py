# SPDX-License-Identifier: MIT
"""Whatever happened before and after the backup: what any laptop still holds is at the restored hub again.

Random histories of three laptops that save, meet the hub and sleep, with an erasure and a backup at any moment.
Then the hub is lost and restored, perhaps twice, and the laptops come back in any order.
"""

import tempfile
from pathlib import Path

from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld
from hypothesis import given, settings
from hypothesis import strategies as st
from restored_hub import RestoredHub, round_of
from store_world import edit, entity, note, person

from desktop.store.commit_rows import unpack_bodies
from sync.hub.erase import erase_subject
from sync.hub.verify import verify
from sync.protocol.journal import RoundOutcome
from sync.records.ids import EntityId

_LAPTOPS = 3
_STEP = st.one_of(
    st.tuples(st.just("save"), st.integers(0, _LAPTOPS - 1)),
    st.tuples(st.just("meet"), st.integers(0, _LAPTOPS - 1)),
    st.tuples(st.just("erase"), st.integers(0, 3)),
)
_HISTORY = st.lists(_STEP, max_size=12)


class _Play:
    """One history in a city of its own."""

    def __init__(self, folder: Path) -> None:
        clock = HubClock()
        world = HubWorld.make(folder / "hub", clock=clock)
        self.city: City = make_city(world, clock)
        self.hub = RestoredHub(folder, world)
        third = world.member("Cai Kolmas", "adviser", self.city.team)
        self.laptops = [self.hub.laptop(one) for one in (self.city.adviser, self.city.coach, third)]
        self.people: list[EntityId] = []
        self.erased: set[EntityId] = set()
        for one in self.laptops:
            one.sync()

    def play(self, history: list[tuple[str, int]]) -> None:
        for what, which in history:
            if what == "save":
                self._save(self.laptops[which])
            elif what == "meet":
                round_of(self.laptops[which])
            elif self.people:
                who = self.people[which % len(self.people)]
                self.erased.add(who)
                erase_subject(self.city.world.parts, who)

    def _save(self, laptop: HubLaptop) -> None:
        held = [one for one in self.people if laptop.store.reads().entity(one) is not None]
        if len(held) < 2:
            new = person("Veikko", f"Testinen {len(self.people)}")
            self.people.append(new.entity)
            laptop.save(self.city.stream, new)
        elif len(held) % 2:
            laptop.save(self.city.stream, note(held[-1], "sana"))
        else:
            laptop.save(self.city.stream, edit("person", held[0], known_as=str(entity().hex()[-6:])))

    def whole(self) -> set[tuple[bytes, int]]:
        """Every commit of the team that some laptop holds with all its bodies."""
        found: set[tuple[bytes, int]] = set()
        for one in self.laptops:
            with one.store.reading() as connection:
                rows = connection.execute(
                    "SELECT w.writer, c.n, c.bodies FROM commits AS c JOIN writers AS w ON w.key = c.writer"
                    " JOIN streams AS s ON s.key = c.stream WHERE s.name = ?",
                    (self.city.stream,),
                ).fetchall()
            found |= {(bytes(writer), n) for writer, n, raw in rows if None not in unpack_bodies(raw)}
        return found

    def come_back(self, order: list[int]) -> None:
        for which in (*order, *range(_LAPTOPS), *range(_LAPTOPS), *range(_LAPTOPS)):
            round_of(self.laptops[which])


@settings(max_examples=12, deadline=None)
@given(
    before=_HISTORY,
    after=_HISTORY,
    between=_HISTORY,
    twice=st.booleans(),
    order=st.lists(st.integers(0, _LAPTOPS - 1), max_size=4),
)
def test_what_any_laptop_still_holds_is_at_the_restored_hub_again(
    before: list[tuple[str, int]],
    after: list[tuple[str, int]],
    between: list[tuple[str, int]],
    twice: bool,  # noqa: FBT001 - drawn
    order: list[int],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        play = _Play(Path(folder))
        try:
            play.play(before)
            backup = play.hub.backup()
            play.play(after)
            play.hub.lose_and_restore(backup)
            if twice:
                again = play.hub.backup()
                play.play(between)
                play.hub.lose_and_restore(again)
            held = play.whole()
            play.come_back(order)
            for one in play.laptops:
                record = round_of(one)
                assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")
            store = play.city.world.parts.store
            head = store.head(play.city.stream)
            assert head is not None
            here = {
                (bytes(one.writer), one.n) for one in store.commits(play.city.stream, after=0, limit=10_000)
            }
            assert held <= here
            assert not verify(play.city.world.parts).damages
            digests = {one.journal.digest(play.city.stream) for one in play.laptops}
            assert len(digests) == 1
            assert None not in digests or not head.number
            for one in play.laptops:
                assert not [who for who in play.erased if one.store.reads().entity(who) is not None]
                assert one.store.reads().sending.unsent_count() == 0
        finally:
            play.hub.close()
