# SPDX-License-Identifier: MIT
"""A child process that plays one day of hub and laptops, and kills itself the k-th time it reaches a fail point.

It says on its output, line by line, what it has acknowledged: values saved, and orders of an administrator that it
begins. Without a point it counts how often each is reached.
"""

import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path

from sync.failpoints import FailPoint, arm
from sync.hub import snapshot
from sync.hub.compaction import compact
from sync.hub.erase import erase_subject
from sync.hub.quarantine import held
from sync.hub.roster import end_grants, grant
from sync.log.commit import MARK_BYTES
from sync.log.sealing import ReceivingKey
from sync.records.ids import EntityId, StaffId, TeamId, new_entity, team_stream
from tests.torture.city import City
from tests.torture.shelf import Owner, Taken, identity

LONG = 12
"""Commits from which on a stream begins with a snapshot here."""


def taken_of(said: dict[str, object], folder: Path, address: str | None) -> Taken:
    """Return the city that lies in this folder."""
    owners = [
        Owner(
            name, StaffId(staff), role, tuple(TeamId(one) for one in teams), identity(name, StaffId(staff)),
            ReceivingKey.generate(),
        )
        for name, staff, role, teams in said["owners"]  # type: ignore[attr-defined]  # JSON
    ]  # fmt: skip
    teams = [TeamId(one) for one in said["teams"]]  # type: ignore[attr-defined]  # JSON
    return Taken(owners, teams, folder, address, lambda: None)


def play(city: City) -> None:
    """The day: saves, somebody held back and ruled about, a move, a stream begun again, a compaction, an erasure."""
    aino, bo, cai, dan = city.laptops
    for at, laptop in enumerate((aino, bo, cai, aino, bo, cai, aino, bo)):
        _save(city, laptop, "person", city.people[at % 2], {"known_as": f"k{at}"})
    _save(city, dan, "person", city.people[2], {"known_as": "k8"})
    note = new_entity()
    _save(city, aino, "note", note, {"text": "k9", "at": 1}, city.people[0])
    _meet(city)
    _save(city, bo, "note", note, {"text": "k10"}, city.people[0])  # not Bo's: it is held back
    _meet(city)
    waiting = next(one for one in held(city.world.parts) if not one.refused)
    found = city.world.parts.store.commit(waiting.stream, waiting.writer, waiting.n)
    assert found is not None
    said = {
        "commit": [waiting.writer, waiting.n, found.hash[:MARK_BYTES]], "verdict": "accept", "to": None,
        "comment": "good", "at": 1,
    }  # fmt: skip
    _save(city, dan, "ruling", new_entity(), {"ruling": said})
    _meet(city)
    _save(
        city,
        cai,
        "move",
        new_entity(),
        {"to": city.teams[1], "reason": "moved house", "at": 1},
        city.people[1],
    )
    _save(city, aino, "person", city.people[1], {"known_as": "k11"})  # late: it is forwarded
    _meet(city)
    team = city.teams[0]
    end_grants(city.world.parts, bo.staff, role="adviser", team=team)
    bo.round()
    grant(city.world.parts, bo.staff, "adviser", team=team, begins=0)
    bo.round()  # begins the stream again, with a snapshot
    list(compact(city.world.parts, older_than_days=0, keep=3))
    _meet(city)
    _say({"erases": city.people[0].hex()})
    erase_subject(city.world.parts, city.people[0])
    _meet(city)


def _save(
    city: City,
    laptop: object,
    kind: str,
    one: EntityId,
    fields: dict[str, object],
    about: EntityId | None = None,
) -> None:
    city.save(laptop, kind, one, fields, subject=about, stream=_stream(city, kind, one))  # type: ignore[arg-type]
    for name in ("known_as", "text"):
        if name in fields:
            _say({"saved": fields[name], "about": (about or one).hex()})


def _stream(city: City, kind: str, one: EntityId) -> object:
    return team_stream(city.teams[1 if kind == "person" and one == city.people[2] else 0])


def _meet(city: City) -> None:
    for laptop in (*city.laptops, *city.laptops):
        laptop.batch = laptop.journal.batch = 1
        record = laptop.round()
        assert record.outcome.value == "done", record.problem


def _say(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Play the day of the JSON on the input."""
    said = json.load(sys.stdin)
    snapshot.LONG = LONG  # type: ignore[misc]  # so that a short day has snapshots
    snapshot.PART_BYTES = 2048  # type: ignore[misc]  # of several parts
    counts: Counter[FailPoint] = Counter()

    def happens(point: FailPoint) -> None:
        counts[point] += 1
        if point == said["point"] and counts[point] == said["at"]:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    taken = taken_of(said, Path(said["folder"]), said["address"])
    city = City(taken, [EntityId(bytes.fromhex(one)) for one in said["people"]])
    arm(happens)
    play(city)
    arm(None)
    _say({"counts": dict(counts)})
    for laptop in city.laptops:
        laptop.close()
    city.world.close()


if __name__ == "__main__":
    main()
