# SPDX-License-Identifier: MIT
"""The day's lists: sessions with their counts, walk-ins, notes, attendance, what waits to be sent."""

from store_world import ME, NOON, TEAM, Colleague, edit, entity, note, person, session, take, visit

from desktop.store.changes import Change
from desktop.store.notebook import NotebookStore
from sync.records.ids import CITY, StaffId, TeamId, roster_entity


def test_a_session_counts_its_walk_ins_and_heads(notebook: NotebookStore) -> None:
    opened = session(starts=NOON)
    notebook.save(TEAM, [opened], time_ms=NOON)
    for at in range(3):
        notebook.save(TEAM, [visit(opened.entity, at=NOON + at)], time_ms=NOON)
    for heads in (5, -2):
        tally = Change(
            kind="tally", entity=entity(), fields={"session": opened.entity, "at": NOON, "heads": heads}
        )
        notebook.save(TEAM, [tally], time_ms=NOON)
    (row,) = notebook.reads().lists.sessions(since=NOON, until=NOON + 1)
    assert (row.visits, row.heads, row.status) == (3, 3, "open")
    assert notebook.reads().lists.sessions(since=NOON + 1) == ()
    closed = edit("session", opened.entity, state={"status": "closed", "at": NOON + 9})
    notebook.save(TEAM, [closed], time_ms=NOON)
    assert [one.status for one in notebook.reads().lists.sessions()] == ["closed"]


def test_walk_ins_come_newest_first_with_what_was_answered(notebook: NotebookStore) -> None:
    opened = session()
    notebook.save(TEAM, [opened], time_ms=NOON)
    first, second = visit(opened.entity, at=NOON), visit(
        opened.entity, at=NOON + 1, **{"topics/housing": True, "topics/cv": False, "outcomes/info_given": True},
        age="25_29", language="so", first_time="yes", interpreter="none", note="kysyi kielikurssia",
    )  # fmt: skip
    notebook.save(TEAM, [first], time_ms=NOON)
    notebook.save(TEAM, [second], time_ms=NOON)
    rows = notebook.reads().lists.visits_of_session(opened.entity)
    assert [row.entity for row in rows] == [second.entity, first.entity]
    row = rows[0]
    assert (row.topics, row.outcomes, row.age, row.language, row.first_time, row.interpreter, row.note) == (
        ("housing",), ("info_given",), "25_29", "so", "yes", "none", "kysyi kielikurssia",
    )  # fmt: skip
    assert notebook.reads().lists.visits_between(NOON + 1, NOON + 2) == (row,)
    assert notebook.reads().lists.visit(second.entity) == row
    assert notebook.reads().lists.visit(entity()) is None


def test_a_walk_in_that_is_moved_to_another_session_is_counted_there(notebook: NotebookStore) -> None:
    one, other = session("Malmi"), session("Kallio")
    walk_in = visit(one.entity)
    notebook.save(TEAM, [one, other, walk_in], time_ms=NOON)
    notebook.save(TEAM, [edit("visit", walk_in.entity, session=other.entity)], time_ms=NOON)
    counts = {row.place: row.visits for row in notebook.reads().lists.sessions()}
    assert counts == {"Malmi": 0, "Kallio": 1}


def test_a_linked_walk_in_names_its_person(notebook: NotebookStore) -> None:
    opened, card = session(), person("Aino", "Korhonen")
    walk_in = visit(opened.entity)
    notebook.save(TEAM, [opened, card, walk_in], time_ms=NOON)
    link = Change(
        kind="attendance", entity=entity(), subject=card.entity,
        fields={"visit": walk_in.entity, "at": NOON, "text": "tuli uudestaan"},
    )  # fmt: skip
    notebook.save(TEAM, [link], time_ms=NOON)
    (row,) = notebook.reads().lists.visits_of_session(opened.entity)
    assert row.person == card.entity
    (attended,) = notebook.reads().lists.attendances(card.entity)
    assert (attended.visit, attended.text, attended.author.staff) == (
        walk_in.entity,
        "tuli uudestaan",
        ME.staff,
    )


def test_notes_come_newest_first_with_their_authors(notebook: NotebookStore) -> None:
    card = person("Aino", "Korhonen")
    notebook.save(
        TEAM, [card, note(card.entity, "eka", at=NOON), note(card.entity, "toka", at=NOON + 1)], time_ms=NOON
    )
    other = Colleague(b"c")
    take(
        notebook,
        [other.write("note", entity(), {"text": "kolmas", "at": NOON + 2}, subject=card.entity)],
        first=1,
    )
    rows = notebook.reads().lists.notes(card.entity)
    assert [row.text for row in rows] == ["kolmas", "toka", "eka"]
    assert [row.author.staff for row in rows] == [None, ME.staff, ME.staff]
    assert [row.sending.unsent for row in rows] == [False, True, True]
    notebook.save(TEAM, [edit("note", rows[0].entity, text="kolmas, korjattu")], time_ms=NOON)
    assert notebook.reads().lists.notes(card.entity)[0].text == "kolmas, korjattu"
    assert [state.kind for state in notebook.reads().entities.about(card.entity)] == ["note"] * 3


def test_unsent_saves_are_listed_oldest_first(notebook: NotebookStore) -> None:
    ids = [notebook.save(TEAM, [session()], time_ms=NOON + at) for at in range(3)]
    notebook.record({"operation": "READ"}, time_ms=NOON)
    assert [row.id for row in notebook.reads().sending.unsent()] == ids
    assert notebook.reads().sending.unsent_count() == 3


def test_the_roster_reads_as_the_hub_wrote_it(notebook: NotebookStore) -> None:
    hub = Colleague(b"H", CITY)
    aino, team = StaffId("s0000000000000001"), TeamId("t00000000000000aa")
    commits = [
        hub.write("staff", roster_entity(aino), {"name": "Aino Esimerkki", "active": True}),
        hub.write("team", roster_entity(team), {"name": {"fi": "Itä", "sv": "Öst", "en": "East"}}),
        hub.write("service_point", entity(), {"team": team, "name": "Itäkeskus", "kind": "ohjaamo"}),
        hub.write("grant", entity(), {"staff": aino, "team": team, "role": "coach", "from": NOON, "until": None}),
        hub.write("writer", entity(), {
            "staff": aino, "laptop": "l0000000000000001", "signing": Colleague(b"c").key.public, "receiving": b"r",
        }),
        hub.write("code_list", entity(), {"list": "topics", "version": "2", "rows": [{"code": "cv"}]}),
    ]  # fmt: skip
    take(notebook, commits, stream=CITY, first=1)
    roster = notebook.reads().roster
    assert [(one.staff, one.name, one.active) for one in roster.staff()] == [(aino, "Aino Esimerkki", True)]
    assert [(one.team, one.fi, one.sv, one.en) for one in roster.teams()] == [(team, "Itä", "Öst", "East")]
    assert [(one.team, one.name, one.kind, one.address) for one in roster.service_points()] == [
        (team, "Itäkeskus", "ohjaamo", "")
    ]
    assert [(one.staff, one.team, one.role, one.since, one.until) for one in roster.grants()] == [
        (aino, team, "coach", NOON, None)
    ]
    assert roster.code_lists() == {"topics": [{"code": "cv"}]}
    author = notebook.reads().authors.of(Colleague(b"c").key.writer)
    assert (author.staff, author.laptop) == (aino, "l0000000000000001")
    assert notebook.reads().authors.writers_of(aino) == {Colleague(b"c").key.writer}
    assert [one.writer for one in roster.writers()] == [Colleague(b"c").key.writer]
