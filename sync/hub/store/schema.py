# SPDX-License-Identifier: MIT
"""The hub's tables: one schema for SQLite and PostgreSQL. Every hot key begins with the stream.

There is no readable list of clients in it: bodies are sealed, subjects stand as SHA-256 of a random id.
The keys of the bodies are a schema of their own (``keys``), so that its backups can be kept for less long.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)

MAIN: Final = MetaData()
KEYS: Final = MetaData()
KEY_SCHEMA: Final = "kenttakirja_keys"
"""Where the key tables lie on PostgreSQL; on SQLite they are a file of their own."""

hub = Table(
    "hub",
    MAIN,
    Column("id", LargeBinary, primary_key=True),
    Column("epoch", BigInteger, nullable=False),
)
heads = Table(
    "heads",
    MAIN,
    Column("stream", String(80), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("running", LargeBinary, nullable=False),
)
settled = Table(
    "settled",
    MAIN,
    Column("stream", String(80), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
states = Table(
    "states",
    MAIN,
    Column("stream", String(80), nullable=False),
    Column("entity", LargeBinary, nullable=False),
    Column("state", LargeBinary, nullable=False),
    PrimaryKeyConstraint("stream", "entity"),
    sqlite_with_rowid=False,
)
tallies = Table(
    "tallies",
    MAIN,
    Column("stream", String(80), nullable=False),
    Column("kind", String(80), nullable=False),
    Column("entities", BigInteger, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    PrimaryKeyConstraint("stream", "kind"),
    sqlite_with_rowid=False,
)
"""What ``states`` holds by kind; the digests of a stream's kinds together are the settled digest."""
waiting = Table(
    "waiting",
    MAIN,
    Column("stream", String(80), nullable=False),
    Column("writer", LargeBinary, nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("entity", LargeBinary, nullable=False),
    PrimaryKeyConstraint("stream", "writer", "n", "entity"),
    sqlite_with_rowid=False,
)


def _commits(name: str) -> Table:
    """Return a table of commits: those that are served one by one, and those that grew cold."""
    return Table(
        name,
        MAIN,
        Column("stream", String(80), nullable=False),
        Column("number", BigInteger, nullable=False),
        Column("writer", LargeBinary, nullable=False),
        Column("n", BigInteger, nullable=False),
        Column("hash", LargeBinary, nullable=False),
        Column("header", LargeBinary, nullable=False),
        Column("signature", LargeBinary, nullable=False),
        Column("sealed", LargeBinary, nullable=False),
        Column("standing", SmallInteger, nullable=False),
        Column("reason", SmallInteger, nullable=False),
        Column("running", LargeBinary, nullable=False),
        Column("received", BigInteger, nullable=False),
        PrimaryKeyConstraint("stream", "number"),
        UniqueConstraint("stream", "writer", "n"),
        sqlite_with_rowid=False,
    )


commits = _commits("commits")
cold_commits = _commits("cold_commits")
"""Commits below their stream's horizon: kept, checked by ``verify``, and no longer served one by one."""
horizons = Table(
    "horizons",
    MAIN,
    Column("stream", String(80), primary_key=True),
    Column("number", BigInteger, nullable=False),
)
"""The highest number that lies in ``cold_commits``."""
bases = Table(
    "bases",
    MAIN,
    Column("stream", String(80), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("running", LargeBinary, nullable=False),
    Column("epoch", BigInteger, nullable=False),
)
"""Where this epoch's numbering goes on from, after a restore; ``epoch`` is the one that the stream began in."""
kinds = Table("kinds", MAIN, Column("kind", String(40), primary_key=True))
"""The kinds that the program knew which last took this database up."""
moves = Table(
    "moves",
    MAIN,
    Column("subject", LargeBinary, nullable=False),
    Column("stream", String(80), nullable=False),
    Column("into", String(80), nullable=False),
    Column("move", LargeBinary, nullable=False),
    Column("number", BigInteger, nullable=False),
    PrimaryKeyConstraint("subject", "stream"),
    sqlite_with_rowid=False,
)
"""Where a person (SHA-256 of the id) went from a stream; ``number`` is that of the retraction there."""
obeyed = Table(
    "obeyed",
    MAIN,
    Column("stream", String(80), primary_key=True),
    Column("number", BigInteger, nullable=False),
)
"""Through which number of a stream the hub has done what moves and rulings order, or put it aside."""
stuck = Table(
    "stuck",
    MAIN,
    Column("stream", String(80), nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("problem", String(80), nullable=False),
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("stream", "number"),
    sqlite_with_rowid=False,
)
"""Commits whose orders could not be obeyed and were put aside, so that those after them were."""
writer_heads = Table(
    "writer_heads",
    MAIN,
    Column("stream", String(80), nullable=False),
    Column("writer", LargeBinary, nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    PrimaryKeyConstraint("stream", "writer"),
    Index("writer_heads_by_writer", "writer"),
    sqlite_with_rowid=False,
)
entities = Table(
    "entities",
    MAIN,
    Column("stream", String(80), nullable=False),
    Column("entity", LargeBinary, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("staff", String(17), nullable=False),
    Column("subject", LargeBinary),
    PrimaryKeyConstraint("stream", "entity"),
    sqlite_with_rowid=False,
)
writers = Table(
    "writers",
    MAIN,
    Column("writer", LargeBinary, primary_key=True),
    Column("staff", String(17), nullable=False),
    Column("laptop", String(17), nullable=False),
    Column("signing", LargeBinary, nullable=False),
    Column("receiving", LargeBinary, nullable=False),
    Column("revoked", BigInteger, nullable=False),
)
revocations = Table(
    "revocations",
    MAIN,
    Column("writer", LargeBinary, nullable=False),
    Column("stream", String(80), nullable=False),
    Column("n", BigInteger, nullable=False),
    PrimaryKeyConstraint("writer", "stream"),
)
staff = Table(
    "staff",
    MAIN,
    Column("staff", String(17), primary_key=True),
    Column("name", String(120), nullable=False),
)
teams = Table(
    "teams",
    MAIN,
    Column("team", String(17), primary_key=True),
    Column("fi", String(120), nullable=False),
    Column("sv", String(120), nullable=False),
    Column("en", String(120), nullable=False),
)
grants = Table(
    "grants",
    MAIN,
    Column("entity", LargeBinary, primary_key=True),
    Column("staff", String(17), nullable=False, index=True),
    Column("team", String(17)),
    Column("role", String(40), nullable=False),
    Column("begins", BigInteger, nullable=False),
    Column("ends", BigInteger, nullable=False),
)
codes = Table(
    "codes",
    MAIN,
    Column("locator", String(2), primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("staff", String(17), nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("tries", SmallInteger, nullable=False),
    Column("used", BigInteger, nullable=False),
)
erased = Table(
    "erased",
    MAIN,
    Column("subject", LargeBinary, primary_key=True),
    Column("at", BigInteger, nullable=False),
)
audit = Table(
    "audit",
    MAIN,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("event", LargeBinary, nullable=False),
)
audit_head = Table(
    "audit_head",
    MAIN,
    Column("one", SmallInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
snapshots = Table(
    "snapshots",
    MAIN,
    Column("stream", String(80), nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("part", BigInteger, nullable=False),
    Column("parts", BigInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("stream", "number", "part"),
)

leases = Table(
    "leases",
    MAIN,
    Column("writer", LargeBinary, primary_key=True),
    Column("share", LargeBinary, nullable=False),
    Column("verifier", LargeBinary, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("misses", BigInteger, nullable=False),
    Column("missed", BigInteger, nullable=False),
)
orders = Table(
    "orders",
    MAIN,
    Column("writer", LargeBinary, primary_key=True),
    Column("serial", BigInteger, nullable=False),
    Column("signed", LargeBinary, nullable=False),
)
farewells = Table(
    "farewells",
    MAIN,
    Column("writer", LargeBinary, primary_key=True),
    Column("farewell", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("received", BigInteger, nullable=False),
)
successions = Table(
    "successions",
    MAIN,
    Column("writer", LargeBinary, primary_key=True),
    Column("of", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("successions_by_predecessor", "of"),
)
blobs = Table(
    "blobs",
    MAIN,
    Column("stream", String(80), nullable=False),
    Column("entity", LargeBinary, nullable=False),
    Column("blob", LargeBinary, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("subject", LargeBinary),
    PrimaryKeyConstraint("stream", "entity", "blob"),
    Index("blobs_by_blob", "blob"),
    Index("blobs_by_subject", "subject"),
    sqlite_with_rowid=False,
)

body_keys = Table(
    "body_keys",
    KEYS,
    Column("key", LargeBinary, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
)
