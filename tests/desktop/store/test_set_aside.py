# SPDX-License-Identifier: MIT
"""A colleague's outbox gives way to what the hub has, and is listed; what is changed on its way is refused."""

import hashlib
from dataclasses import replace

import pytest
from store_world import NOON, TEAM, Colleague, edit, entity, note, person, take

from desktop.store.changes import Change
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore
from desktop.store.views import WriteStanding
from sync.log.commit import SignedCommit
from sync.log.digest import stream_digest
from sync.log.errors import BodyChanged, ChainBroken, ChainForked
from sync.log.running import running_over, running_start
from sync.log.snapshot import Base, SnapshotContents, VectorEntry, cut_snapshot
from sync.log.state import decode_state
from sync.protocol.journal import Received, Run
from sync.protocol.messages import Cursor, SnapshotPart
from sync.records.ids import EntityId


def _twins(who: EntityId) -> tuple[Colleague, Colleague]:
    """One colleague's notebook that exists twice: the same first commit, then each its own."""
    one, other = Colleague(b"c"), Colleague(b"c")
    first = one.write("person", who, {"name": {"first": "Aino", "last": "Virta"}}, subject=who)
    other.made.append(first)
    one.write("person", who, {"known_as": "stand"}, subject=who)
    one.write("person", who, {"postcode": "00530"}, subject=who)
    other.write("person", who, {"known_as": "hub"}, subject=who)
    return one, other


def _digest_holds(store: NotebookStore) -> bool:
    with store.reading() as connection:
        states = [decode_state(raw) for (raw,) in connection.execute("SELECT state FROM entities")]
        (digest,) = connection.execute("SELECT digest FROM streams").fetchone()
    return bool(digest == stream_digest(states))


def test_the_hubs_commit_stands_where_a_colleagues_outbox_told_another(notebook: NotebookStore) -> None:
    who = entity()
    outbox, hub = _twins(who)
    take(notebook, outbox.made)
    own = notebook.save(TEAM, [edit("person", who, known_as="oma")], time_ms=NOON)
    assert take(notebook, hub.made, first=1) == 1
    view = notebook.reads().entity(who)
    assert view is not None
    assert "postcode" not in view.values
    assert {head.value for head in view.fields["known_as"].heads} == {"hub", "oma"}
    aside = notebook.reads().sending.set_aside()
    assert [(row.id, row.standing, row.entities) for row in aside] == [
        (outbox.id(2), WriteStanding.REFUSED, (who,)),
        (outbox.id(3), WriteStanding.REFUSED, (who,)),
    ]
    unsent = StoreJournal(notebook).unsent(max_commits=10, max_bytes=10**6)
    assert unsent is not None
    assert (unsent.writer, len(unsent.commits)) == (own.writer, 1)
    assert StoreJournal(notebook).unsent(
        max_commits=10, max_bytes=10**6, besides=[(TEAM, own.writer)]
    ) is None  # fmt: skip
    assert _digest_holds(notebook)
    hub.write("person", who, {"known_as": "taas"}, subject=who)
    assert take(notebook, hub.made[2:], first=3) == 1


def test_two_words_of_the_hub_or_a_twin_of_ours_are_no_reason_to_give_way(notebook: NotebookStore) -> None:
    who = entity()
    one, other = _twins(who)
    take(notebook, one.made, first=1)
    with pytest.raises(ChainForked):
        take(notebook, other.made[1:], first=2)
    notebook.save(TEAM, [person("Liisa", "Virta")], time_ms=NOON)
    twin = Colleague(b"m")
    with pytest.raises(ChainForked):
        take(notebook, [twin.write("person", who, {"known_as": "x"}, subject=who)], first=9)
    assert notebook.reads().sending.set_aside() == ()


def test_a_snapshot_sets_a_contradicting_outbox_aside(notebook: NotebookStore) -> None:
    who = entity()
    outbox, hub = _twins(who)
    take(notebook, outbox.made)
    vector = [VectorEntry(hub.key.writer, 2, hub.made[1].hash)]
    marks = [(hub.key.writer, b"".join(one.hash[:8] for one in hub.made))]
    (payload,) = cut_snapshot(Base(TEAM, 1, 2, bytes(32)), SnapshotContents(vector, marks, (), (), ()))
    part = SnapshotPart(TEAM, 2, 0, 1, payload, b"")
    StoreJournal(notebook).apply_part(part, Cursor(TEAM, 2, bytes(32)))
    assert [row.id for row in notebook.reads().sending.set_aside()] == [outbox.id(n) for n in (1, 2, 3)]
    assert StoreJournal(notebook).unsent(max_commits=10, max_bytes=10**6) is None
    assert notebook.reads().entity(who) is None


def test_what_is_set_aside_is_erased_with_its_person_and_goes_with_its_stream(
    notebook: NotebookStore,
) -> None:
    who = entity()
    outbox, hub = _twins(who)
    take(notebook, [*outbox.made])
    take(notebook, hub.made, first=1)
    city = Colleague(b"H")
    order = city.write("erasure", entity(), {"subject": hashlib.sha256(who).digest(), "at": NOON})
    take(notebook, [order], first=3)
    assert [row.entities for row in notebook.reads().sending.set_aside()] == [(), ()]
    StoreJournal(notebook).drop(TEAM)
    assert notebook.reads().sending.set_aside() == ()


@pytest.mark.parametrize("bodies", [(b"\x80",), ()])
def test_a_body_that_is_not_the_one_signed_is_refused_and_the_true_one_comes_in(
    notebook: NotebookStore, bodies: tuple[bytes, ...]
) -> None:
    who, author = entity(), Colleague(b"c")
    commit = author.write("person", who, {"name": {"first": "Aino", "last": "Virta"}}, subject=who)
    changed = SignedCommit(commit.header, commit.signature, bodies)
    journal = StoreJournal(notebook)
    journal.begin_epoch(1)
    from_hub = running_start(notebook.hub, TEAM, 1)
    run = Run(
        TEAM, (Received(1, changed),), Cursor(TEAM, 1, running_over(from_hub, [commit.hash])),
        {author.key.writer: author.key.public},
    )  # fmt: skip
    with pytest.raises(BodyChanged):
        journal.apply(run)
    assert notebook.reads().sending.parked() == ()
    assert journal.apply(replace(run, received=(Received(1, commit),))) == 1
    assert [row.name for row in notebook.reads().lists.recent_people()] == ["Aino Virta"]


def test_an_unsent_note_about_an_erased_person_does_not_bring_them_back(notebook: NotebookStore) -> None:
    card = person("Aino", "Virta")
    notebook.save(TEAM, [card], time_ms=NOON)
    notebook.save(TEAM, [edit("person", card.entity, known_as="Aikku")], time_ms=NOON)
    remark: Change = note(card.entity, "soitti")
    notebook.save(TEAM, [remark], time_ms=NOON)
    order = Colleague(b"H").write(
        "erasure", entity(), {"subject": hashlib.sha256(card.entity).digest(), "at": NOON}
    )
    take(notebook, [order], first=1)
    with notebook.writing() as connection:
        intake, _ = notebook.intake(connection, TEAM)
        intake.refold([card.entity, remark.entity])
        intake.finish()
    assert notebook.reads().entity(card.entity) is None
    assert notebook.reads().entity(remark.entity) is None


def test_what_a_snapshot_left_out_comes_in_with_its_release(notebook: NotebookStore) -> None:
    """The commit itself was held back when the snapshot was cut: here it is known by its mark only."""
    who, author = entity(), Colleague(b"c")
    author.write("person", who, {"name": {"first": "Aino", "last": "Virta"}}, subject=who)
    marks = [(author.key.writer, author.made[0].hash[:8])]
    vector = [VectorEntry(author.key.writer, 1, author.made[0].hash)]
    contents = SnapshotContents(vector, marks, [author.id(1)], (), ())
    (payload,) = cut_snapshot(Base(TEAM, 1, 2, bytes(32)), contents)
    StoreJournal(notebook).apply_part(SnapshotPart(TEAM, 2, 0, 1, payload, b""), Cursor(TEAM, 2, bytes(32)))
    said = {"accepted": True, "at": NOON, "bodies": list(author.made[0].bodies)}
    order = Colleague(b"H").write("release", entity(), {**said, "commit": [*author.id(1)]}, subject=who)
    twin = Colleague(b"I").write(
        "release", entity(), {**said, "commit": [author.key.writer, 1, b"not this"]}, subject=who
    )
    take(notebook, [twin], first=3)
    assert notebook.reads().entity(who) is None
    take(notebook, [order], first=4)
    author.write("person", who, {"known_as": "Aikku"}, subject=who)
    take(notebook, author.made[1:], first=5)
    with notebook.writing() as connection:
        intake, _ = notebook.intake(connection, TEAM)
        intake.refold([who])
        intake.finish()
    assert [(row.name, row.known_as) for row in notebook.reads().search.people("virta")] == [
        ("Aino Virta", "Aikku")
    ]
    assert _digest_holds(notebook)
    erasure = Colleague(b"J").write(
        "erasure", entity(), {"subject": hashlib.sha256(who).digest(), "at": NOON}
    )
    take(notebook, [erasure], first=6)
    assert notebook.reads().entity(who) is None
    with notebook.reading() as connection:
        assert connection.execute("SELECT count(*) FROM bases").fetchone() == (0,)


def _told(commits: list[SignedCommit], *, first: int, running: bytes) -> Run:
    received = tuple(Received(first + place, commit) for place, commit in enumerate(commits))
    after = running_over(running, [commit.hash for commit in commits])
    return Run(TEAM, received, Cursor(TEAM, first + len(commits) - 1, after), {})


def test_what_is_left_out_between_two_answers_is_noticed(notebook: NotebookStore) -> None:
    who = entity()
    one, twin = _twins(who)
    other = Colleague(b"o")
    for _ in range(2):
        other.write("visit", entity(), {"at": 1})
    journal = StoreJournal(notebook)
    journal.apply(_told(one.made[:1], first=1, running=running_start(notebook.hub, TEAM, 0)))
    (cursor,) = journal.cursors()
    # The second was left out, or somebody begins in the middle; nothing of such an answer is kept.
    for told in ([one.made[2]], [other.made[1]], [one.made[2], other.made[0]], [other.made[0], one.made[2]]):
        with pytest.raises(ChainBroken):
            journal.apply(_told(told, first=2, running=cursor.hash))
    assert journal.cursors() == [cursor]
    # Nor does anything go on from a line that is not the held one.
    journal.apply(_told([twin.made[1]], first=2, running=cursor.hash))
    (after,) = journal.cursors()
    with pytest.raises(ChainBroken):
        journal.apply(_told([one.made[2]], first=3, running=after.hash))
    assert journal.cursors() == [after]


def test_what_goes_on_from_a_snapshot_goes_on_from_its_version_vector(notebook: NotebookStore) -> None:
    who = entity()
    one, twin = _twins(who)
    vector = [VectorEntry(one.key.writer, 2, one.made[1].hash)]
    marks = [(one.key.writer, b"".join(each.hash[:8] for each in one.made[:2]))]
    (payload,) = cut_snapshot(Base(TEAM, 1, 2, bytes(32)), SnapshotContents(vector, marks, (), (), ()))
    journal = StoreJournal(notebook)
    journal.apply_part(SnapshotPart(TEAM, 2, 0, 1, payload, b""), Cursor(TEAM, 2, bytes(32)))
    twin.write("person", who, {"known_as": "taas"}, subject=who)
    one.write("person", who, {"known_as": "vielä"}, subject=who)
    for skipped in (twin.made[2], one.made[3]):
        with pytest.raises(ChainBroken):
            journal.apply(_told([skipped], first=3, running=bytes(32)))
    assert journal.cursors() == [Cursor(TEAM, 2, bytes(32))]
    assert journal.apply(_told(one.made[2:], first=3, running=bytes(32))) == 2
