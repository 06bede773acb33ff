# SPDX-License-Identifier: MIT
"""The first tables of the hub's main schema."""

import sqlalchemy as sa
from alembic import op

revision = "main1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "audit",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("event", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_table(
        "audit_head",
        sa.Column("one", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("one"),
    )
    op.create_table(
        "codes",
        sa.Column("locator", sa.String(length=2), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("staff", sa.String(length=17), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("locator"),
    )
    op.create_table(
        "commits",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("writer", sa.LargeBinary(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("header", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("standing", sa.SmallInteger(), nullable=False),
        sa.Column("reason", sa.SmallInteger(), nullable=False),
        sa.Column("running", sa.LargeBinary(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "number"),
        sa.UniqueConstraint("stream", "writer", "n"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entities",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("entity", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("staff", sa.String(length=17), nullable=False),
        sa.Column("subject", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("stream", "entity"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "erased",
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("subject"),
    )
    op.create_table(
        "grants",
        sa.Column("entity", sa.LargeBinary(), nullable=False),
        sa.Column("staff", sa.String(length=17), nullable=False),
        sa.Column("team", sa.String(length=17), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("begins", sa.BigInteger(), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entity"),
    )
    op.create_index(op.f("ix_grants_staff"), "grants", ["staff"], unique=False)
    op.create_table(
        "heads",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("running", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream"),
    )
    op.create_table(
        "hub",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "revocations",
        sa.Column("writer", sa.LargeBinary(), nullable=False),
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("writer", "stream"),
    )
    op.create_table(
        "settled",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream"),
    )
    op.create_table(
        "snapshots",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("part", sa.BigInteger(), nullable=False),
        sa.Column("parts", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "number", "part"),
    )
    op.create_table(
        "staff",
        sa.Column("staff", sa.String(length=17), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("staff"),
    )
    op.create_table(
        "states",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("entity", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "entity"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "teams",
        sa.Column("team", sa.String(length=17), nullable=False),
        sa.Column("fi", sa.String(length=120), nullable=False),
        sa.Column("sv", sa.String(length=120), nullable=False),
        sa.Column("en", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("team"),
    )
    op.create_table(
        "waiting",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("writer", sa.LargeBinary(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("entity", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "writer", "n", "entity"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "writer_heads",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("writer", sa.LargeBinary(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "writer"),
        sqlite_with_rowid=False,
    )
    op.create_index("writer_heads_by_writer", "writer_heads", ["writer"], unique=False)
    op.create_table(
        "writers",
        sa.Column("writer", sa.LargeBinary(), nullable=False),
        sa.Column("staff", sa.String(length=17), nullable=False),
        sa.Column("laptop", sa.String(length=17), nullable=False),
        sa.Column("signing", sa.LargeBinary(), nullable=False),
        sa.Column("receiving", sa.LargeBinary(), nullable=False),
        sa.Column("revoked", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("writer"),
    )
