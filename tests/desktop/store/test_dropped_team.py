# SPDX-License-Identifier: MIT
"""Nothing of a team that was closed to somebody stays in their notebook: no row, no free page, no word, no draft."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_laptop import HubLaptop
from hub_world import HubWorld, home_stream
from plain_pages import plain_pages
from store_world import KEY, edit, note, person, session, visit

from desktop.store.blobs import Blobs, BlobState
from desktop.store.changes import Change
from desktop.store.purge import empty_stream
from sync.hub.roster import end_grants, grant
from sync.log.codec import Value
from sync.records.ids import EntityId, TeamId

WORDS = (
    "Kanerva", "kanerva", "Kuusikuja", "kuusikuja", "Kuunsirpale", "kuunsirpale", "Kanelipulla", "Testipuisto",
    "405550123", "hillotuumaus", "Sateenkaarisilta", "kesken jäänyt lause", "palaute kollegalle", "lappunen.txt",
    "131052-9030",
)  # fmt: skip
BLOB = bytes.fromhex("ca9a51ed") * 8


@dataclass
class _Two:
    """Somebody of two teams, and the person who is written about in the one that will be closed."""

    world: HubWorld
    laptop: HubLaptop
    path: Path
    closing: TeamId
    staying: TeamId
    who: EntityId

    def close(self) -> None:
        end_grants(self.world.parts, self.laptop.store.me.staff, role="adviser", team=self.closing)
        self.laptop.sync()

    def said(self) -> set[str]:
        """Return which of the words are anywhere in the file or its log."""
        plain = plain_pages(self.path, KEY)
        return {word for word in WORDS if word.encode() in plain}

    def terms(self, index: str) -> set[str]:
        """Return the terms that a search index holds."""
        with self.laptop.store.writing() as connection:
            connection.execute(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', '{index}', 'row')")
            found = {str(term) for (term,) in connection.execute("SELECT term FROM temp.terms").fetchall()}
            connection.execute("DROP TABLE temp.terms")
        return found


@pytest.fixture
def two(tmp_path: Path) -> Iterator[_Two]:
    """A notebook of two teams, everything in it sent, with drafts about both."""
    world = HubWorld.make(tmp_path / "hub")
    closing, staying = world.team("Itä"), world.team("Länsi")
    member = world.member("Aino", "adviser", closing)
    grant(world.parts, member.staff, "adviser", team=staying)
    path = tmp_path / "notebook.db"
    laptop = HubLaptop.of(world, member, path)
    laptop.sync()
    stream = home_stream(closing)
    who = person("Kanerva", "Kuusikuja", phone="+358405550123", hetu="131052-9030")
    laptop.save(stream, who, note(who.entity, "Kuunsirpale kertoi unelmastaan"))
    laptop.save(stream, edit("person", who.entity, known_as="Kanelipulla"))
    day = session("Testipuisto")
    laptop.save(stream, day, visit(day.entity, note="hillotuumaus"))
    sealed = {"id": BLOB, "key": bytes(32), "sealed": 60}
    paper = Change(
        kind="attachment", entity=note(who.entity, "").entity, subject=who.entity,
        fields={
            "on": who.entity, "at": laptop.clock(), "name": "lappunen.txt", "media": "text", "size": 10,
            "blob": sealed,
        },
    )  # fmt: skip
    laptop.save(stream, paper)
    Blobs(laptop.store.writing).put(
        BLOB, entity=paper.entity, subject=who.entity, sealed=60, state=BlobState.HERE
    )
    other = person("Otso", "Omena")
    laptop.save(home_stream(staying), other, note(other.entity, "Sateinen päivä"))
    laptop.sync()
    shelf = laptop.store.shelf
    shelf.put_draft(f"note/{who.entity.hex()}", {"text": "kesken jäänyt lause"}, time_ms=1)
    shelf.put_draft(f"review/{stream}|00|1|00", {"comment": "palaute kollegalle"}, time_ms=1)
    opened: dict[str, Value] = {
        "place": f'{{"opened":{{"person":"{who.entity.hex()}"}},"texts":["Sateenkaarisilta"]}}'
    }
    shelf.put_draft("place", opened, time_ms=1)
    shelf.put_draft(f"note/{other.entity.hex()}", {"text": "jää tänne"}, time_ms=1)
    yield _Two(world, laptop, path, closing, staying, who.entity)
    laptop.store.close()
    world.close()


def test_the_look_finds_what_is_there(two: _Two) -> None:
    two.laptop.store.tidy()
    assert two.said() == set(WORDS)
    assert {"uus", "lli"} & two.terms("people_text")


def test_nothing_of_a_closed_team_is_in_the_file(two: _Two) -> None:
    two.close()
    two.laptop.store.tidy()
    assert two.said() == set()
    reads = two.laptop.store.reads()
    assert [one.name for one in reads.lists.recent_people()] == ["Otso Omena"]
    two.laptop.store.check_fold()


def test_the_search_indexes_hold_no_piece_of_its_words(two: _Two) -> None:
    two.close()
    two.laptop.store.tidy()
    assert two.terms("people_text") == {"ots", "tso", "so ", "o o", " om", "ome", "men", "ena"}
    assert "irp" not in two.terms("notes_text")
    assert "sat" in two.terms("notes_text")


def test_drafts_about_others_stay(two: _Two) -> None:
    two.close()
    (left,) = two.laptop.store.shelf.drafts()
    assert left[0].startswith("note/")
    assert two.laptop.store.shelf.draft(left[0]) == {"text": "jää tänne"}


def test_the_files_of_a_closed_team_are_to_be_deleted(two: _Two) -> None:
    two.close()
    streams = [home_stream(two.staying)]
    assert Blobs(two.laptop.store.writing).to_drop(streams, budget=10**9) == (BLOB,)


def test_what_is_unsent_stays_until_the_hub_has_had_it(two: _Two) -> None:
    two.laptop.save(home_stream(two.closing), note(two.who, "Kuunsirpale vielä lähettämättä"))
    with two.laptop.store.writing() as connection:
        names, key = two.laptop.store.names, two.laptop.store.index_key
        number = names.known_stream(home_stream(two.closing))
        assert number is not None
        empty_stream(connection, names, key, number, me=two.laptop.store.me.writer)
    assert two.said() >= {"Kuunsirpale"}
