# SPDX-License-Identifier: MIT
"""The tables (design.md §4): commits first, all else is derived from them; each schema's step by itself.

Streams and writers have small integer keys here, so that every row that names them is short. ``flags``
is the bit set of ``desktop.store.flags``.
"""

from typing import Final

from desktop.store.indexes import add_indexes
from desktop.store.tables import Database

TABLES: Final = (
    # --- what was written, by whom, and where it stands ---
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID",
    """CREATE TABLE streams(
        key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
        number INTEGER NOT NULL DEFAULT 0, hash BLOB NOT NULL DEFAULT x'',
        digest BLOB NOT NULL DEFAULT (zeroblob(32)),
        snapshot_number INTEGER NOT NULL DEFAULT 0, snapshot_part INTEGER NOT NULL DEFAULT 0,
        mine INTEGER NOT NULL DEFAULT 1)""",
    "CREATE TABLE writers(key INTEGER PRIMARY KEY, writer BLOB NOT NULL UNIQUE, signing BLOB)",
    """CREATE TABLE commits(
        stream INTEGER NOT NULL, writer INTEGER NOT NULL, n INTEGER NOT NULL,
        hash BLOB NOT NULL, time INTEGER NOT NULL,
        header BLOB NOT NULL, signature BLOB NOT NULL, bodies BLOB NOT NULL,
        number INTEGER, sent INTEGER NOT NULL, standing INTEGER NOT NULL,
        PRIMARY KEY(stream, writer, n)) WITHOUT ROWID""",
    "CREATE UNIQUE INDEX commits_number ON commits(stream, number) WHERE number IS NOT NULL",
    "CREATE INDEX commits_unsent ON commits(stream, writer, n) WHERE sent = 0",
    "CREATE INDEX commits_held ON commits(standing) WHERE standing > 1",
    # A colleague's unsent commits that gave way to what the hub has.
    """CREATE TABLE set_aside(
        stream INTEGER NOT NULL, writer INTEGER NOT NULL, n INTEGER NOT NULL, hash BLOB NOT NULL,
        time INTEGER NOT NULL, header BLOB NOT NULL, signature BLOB NOT NULL, bodies BLOB NOT NULL,
        PRIMARY KEY(stream, writer, n, hash)) WITHOUT ROWID""",
    """CREATE TABLE receipts(
        stream INTEGER NOT NULL, writer INTEGER NOT NULL, through INTEGER NOT NULL,
        receipt BLOB NOT NULL, signature BLOB NOT NULL,
        PRIMARY KEY(stream, writer)) WITHOUT ROWID""",
    # What a snapshot says is known without being here: 8 bytes a commit, and each writer's last hash.
    """CREATE TABLE known_runs(
        stream INTEGER NOT NULL, writer INTEGER NOT NULL, first INTEGER NOT NULL, marks BLOB NOT NULL,
        PRIMARY KEY(stream, writer, first)) WITHOUT ROWID""",
    """CREATE TABLE tips(
        stream INTEGER NOT NULL, writer INTEGER NOT NULL, n INTEGER NOT NULL, hash BLOB NOT NULL,
        PRIMARY KEY(stream, writer)) WITHOUT ROWID""",
    # --- the fold ---
    """CREATE TABLE commit_entities(
        entity BLOB NOT NULL, stream INTEGER NOT NULL, writer INTEGER NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY(entity, stream, writer, n)) WITHOUT ROWID""",
    """CREATE TABLE entities(
        entity BLOB NOT NULL, stream INTEGER NOT NULL, kind TEXT NOT NULL, subject BLOB,
        flags INTEGER NOT NULL, state BLOB NOT NULL,
        PRIMARY KEY(entity, stream)) WITHOUT ROWID""",
    "CREATE INDEX entities_subject ON entities(subject, kind) WHERE subject IS NOT NULL",
    "CREATE INDEX entities_flagged ON entities(stream, flags) WHERE flags <> 0",
    """CREATE INDEX entities_kind ON entities(kind) WHERE kind IN (
        'staff', 'team', 'service_point', 'grant', 'writer', 'code_list',
        'erasure', 'quarantine', 'release', 'merge', 'message')""",
    """CREATE TABLE bases(
        entity BLOB NOT NULL, stream INTEGER NOT NULL, state BLOB NOT NULL,
        PRIMARY KEY(entity, stream)) WITHOUT ROWID""",
    """CREATE TABLE pending(
        stream INTEGER NOT NULL, writer INTEGER NOT NULL, n INTEGER NOT NULL, entity BLOB NOT NULL,
        PRIMARY KEY(stream, writer, n, entity)) WITHOUT ROWID""",
    # What the hub ordered to forget: SHA-256 of subjects, and single writes restated without values.
    "CREATE TABLE erased(mark BLOB PRIMARY KEY) WITHOUT ROWID",
    """CREATE TABLE restated(
        entity BLOB NOT NULL, stream INTEGER NOT NULL, writer INTEGER NOT NULL, n INTEGER NOT NULL,
        value BLOB NOT NULL, PRIMARY KEY(entity, stream, writer, n)) WITHOUT ROWID""",
    # --- narrow projections for lists ---
    """CREATE TABLE sessions(
        entity BLOB PRIMARY KEY, stream INTEGER NOT NULL, starts INTEGER NOT NULL,
        status TEXT NOT NULL, place TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX sessions_starts ON sessions(starts)",
    """CREATE TABLE visits(
        session BLOB NOT NULL, at INTEGER NOT NULL, entity BLOB NOT NULL, stream INTEGER NOT NULL,
        PRIMARY KEY(session, at, entity)) WITHOUT ROWID""",
    "CREATE INDEX visits_at ON visits(at)",
    """CREATE TABLE tallies(
        session BLOB NOT NULL, at INTEGER NOT NULL, entity BLOB NOT NULL, heads INTEGER NOT NULL,
        PRIMARY KEY(session, at, entity)) WITHOUT ROWID""",
    """CREATE TABLE people(
        id INTEGER PRIMARY KEY, entity BLOB NOT NULL UNIQUE, stream INTEGER NOT NULL,
        name TEXT NOT NULL, known_as TEXT NOT NULL, phone TEXT NOT NULL, birth_date TEXT NOT NULL,
        hetu BLOB, protected INTEGER NOT NULL, responsible TEXT NOT NULL, words TEXT NOT NULL)""",
    "CREATE INDEX people_hetu ON people(hetu) WHERE hetu IS NOT NULL",
    """CREATE TABLE notes(
        id INTEGER PRIMARY KEY, entity BLOB NOT NULL UNIQUE, person BLOB NOT NULL, at INTEGER NOT NULL)""",
    "CREATE INDEX notes_person ON notes(person, at)",
    """CREATE TABLE attendances(
        person BLOB NOT NULL, at INTEGER NOT NULL, entity BLOB NOT NULL, visit BLOB NOT NULL,
        PRIMARY KEY(person, at, entity)) WITHOUT ROWID""",
    "CREATE INDEX attendances_visit ON attendances(visit)",
    """CREATE TABLE reviews(
        entity BLOB PRIMARY KEY, stream INTEGER NOT NULL, verdict TEXT NOT NULL, at INTEGER NOT NULL,
        writer BLOB NOT NULL, n INTEGER NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX reviews_save ON reviews(stream, writer, n)",
    """CREATE TABLE replies(
        review BLOB NOT NULL, at INTEGER NOT NULL, entity BLOB NOT NULL,
        PRIMARY KEY(review, at, entity)) WITHOUT ROWID""",
    """CREATE TABLE saves(
        stream INTEGER NOT NULL, time INTEGER NOT NULL, writer INTEGER NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY(stream, time, writer, n)) WITHOUT ROWID""",
    # --- search ---
    """CREATE VIRTUAL TABLE people_text USING fts5(
        words, tokenize = "trigram remove_diacritics 1")""",
    """CREATE VIRTUAL TABLE notes_text USING fts5(
        words, tokenize = "trigram remove_diacritics 1")""",
    "CREATE TABLE short(prefix TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(prefix, id)) WITHOUT ROWID",
    "CREATE TABLE words(id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, uses INTEGER NOT NULL)",
    # --- the notebook's own ---
    """CREATE TABLE audit(
        seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, event BLOB NOT NULL, hash BLOB NOT NULL)""",
    """CREATE TABLE rounds(
        id INTEGER PRIMARY KEY, started INTEGER NOT NULL, ended INTEGER NOT NULL, outcome TEXT NOT NULL,
        sent INTEGER NOT NULL, received INTEGER NOT NULL, problem TEXT NOT NULL)""",
    "CREATE TABLE settings(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE drafts(name TEXT PRIMARY KEY, value BLOB NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID",
)


def create_tables(database: Database) -> None:
    """Create every table of schema 1 and settle how the two search indexes merge and forget."""
    for statement in TABLES:
        database.execute(statement)
    for index in ("people_text", "notes_text"):
        # automerge was the 50 ms p99 of a save: merged when idle instead (NotebookStore.tidy).
        database.execute(f"INSERT INTO {index}({index}, rank) VALUES('automerge', 0)")
        database.execute(f"INSERT INTO {index}({index}, rank) VALUES('secure-delete', 1)")


_CATALOGUE: Final = (
    """CREATE INDEX entities_catalogue ON entities(kind) WHERE kind IN (
        'service', 'service_note', 'service_mark')""",
    # What is due and not done, by whose it is.
    """CREATE TABLE tasks(
        owner TEXT NOT NULL, due TEXT NOT NULL, entity BLOB NOT NULL, person BLOB NOT NULL,
        stream INTEGER NOT NULL, PRIMARY KEY(owner, due, entity)) WITHOUT ROWID""",
)


def add_catalogue(database: Database) -> None:
    """Schema 2: services are found by their kind, and what is due by its owner.

    Schema 4 lists everything that is due, tasks among them.
    """
    for statement in _CATALOGUE:
        database.execute(statement)


_ATTACHMENTS_AND_LOG: Final = (
    """CREATE TABLE attachments(
        person BLOB NOT NULL, at INTEGER NOT NULL, entity BLOB NOT NULL, stream INTEGER NOT NULL,
        holder BLOB NOT NULL, blob BLOB NOT NULL, sealed INTEGER NOT NULL,
        PRIMARY KEY(person, at, entity)) WITHOUT ROWID""",
    "CREATE INDEX attachments_blob ON attachments(blob)",
    # A file's ciphertext beside the database, and how far it is on its way; ``state`` is desktop.store.blobs'.
    # ``entity`` and ``subject`` of the record that names it outlive that record's row.
    """CREATE TABLE blobs(
        blob BLOB PRIMARY KEY, entity BLOB NOT NULL, subject BLOB NOT NULL, sealed INTEGER NOT NULL,
        state INTEGER NOT NULL, moved INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0,
        opened INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID""",
    "CREATE INDEX blobs_state ON blobs(state)",
    # What an auditor lists: events of every laptop whose audit stream is here.
    """CREATE TABLE audited(
        at INTEGER NOT NULL, entity BLOB NOT NULL, stream INTEGER NOT NULL, seq INTEGER NOT NULL,
        staff TEXT NOT NULL, operation TEXT NOT NULL, target BLOB NOT NULL,
        PRIMARY KEY(at, entity)) WITHOUT ROWID""",
    "CREATE INDEX audited_chain ON audited(stream, seq)",
    "CREATE INDEX audited_target ON audited(target) WHERE target <> x''",
)


def add_attachments_and_log(database: Database) -> None:
    """Schema 3: files laid to a person are found by the person, and an auditor lists the access log."""
    for statement in _ATTACHMENTS_AND_LOG:
        database.execute(statement)


_MOVES_AND_GROWTH: Final = (
    # People that went to another team: what is left of them here.
    """CREATE TABLE went(
        person BLOB NOT NULL, stream INTEGER NOT NULL, team TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY(person, stream)) WITHOUT ROWID""",
    # What retention took out of the fold: enough to count and compare it, and to ask for it again.
    """CREATE TABLE evicted(
        entity BLOB NOT NULL, stream INTEGER NOT NULL, kind TEXT NOT NULL, subject BLOB,
        digest BLOB NOT NULL, at INTEGER NOT NULL, wanted INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY(entity, stream)) WITHOUT ROWID""",
    "CREATE INDEX evicted_subject ON evicted(subject) WHERE subject IS NOT NULL",
    "CREATE INDEX evicted_wanted ON evicted(stream, entity) WHERE wanted = 1",
    # People whom somebody fetched again, and when: they stay for a while.
    "CREATE TABLE fetched(person BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID",
    # The parts of a snapshot that are loaded, while others are still to come.
    """CREATE TABLE snapshot_parts(
        stream INTEGER NOT NULL, number INTEGER NOT NULL, part INTEGER NOT NULL,
        PRIMARY KEY(stream, number, part)) WITHOUT ROWID""",
    # When the hub got what it numbered from ``first`` to ``last``: its own word, for people to read.
    """CREATE TABLE arrivals(
        stream INTEGER NOT NULL, last INTEGER NOT NULL, first INTEGER NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY(stream, last)) WITHOUT ROWID""",
    # What a stand has beside visits: groups that came, and people who may be called until a day.
    """CREATE TABLE group_events(
        session BLOB NOT NULL, at INTEGER NOT NULL, entity BLOB NOT NULL, stream INTEGER NOT NULL,
        size INTEGER NOT NULL, PRIMARY KEY(session, at, entity)) WITHOUT ROWID""",
    "CREATE INDEX group_events_at ON group_events(at)",
    # Everything due, not tasks alone: whose it is (empty: whoever is responsible), from which day, what it is.
    "DROP TABLE tasks",
    """CREATE TABLE dues(
        owner TEXT NOT NULL, due TEXT NOT NULL, entity BLOB NOT NULL, matter TEXT NOT NULL,
        person BLOB NOT NULL, stream INTEGER NOT NULL, PRIMARY KEY(owner, due, entity)) WITHOUT ROWID""",
    "CREATE INDEX dues_person ON dues(person, due) WHERE owner = ''",
    "CREATE INDEX dues_entity ON dues(entity)",
    """CREATE TABLE leads(
        expires TEXT NOT NULL, entity BLOB NOT NULL, stream INTEGER NOT NULL,
        PRIMARY KEY(expires, entity)) WITHOUT ROWID""",
)


def add_moves_and_growth(database: Database) -> None:
    """Schema 4: who moved away, what retention put out, parts of a snapshot, what a stand has, all that is due."""
    for statement in _MOVES_AND_GROWTH:
        database.execute(statement)
    add_indexes(database)
