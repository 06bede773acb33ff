# SPDX-License-Identifier: MIT
"""Commits that grew cold, where an epoch goes on from, who moved where, what was obeyed, and what was put aside."""

import sqlalchemy as sa
from alembic import op

revision = "main4"
down_revision = "main3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "cold_commits",
        sa.Column("stream", sa.String(80), nullable=False),
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
    for name in ("horizons", "obeyed"):
        op.create_table(
            name,
            sa.Column("stream", sa.String(80), nullable=False),
            sa.Column("number", sa.BigInteger(), nullable=False),
            sa.PrimaryKeyConstraint("stream"),
        )
    op.create_table(
        "bases",
        sa.Column("stream", sa.String(80), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("running", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream"),
    )
    op.create_table(
        "moves",
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("stream", sa.String(80), nullable=False),
        sa.Column("into", sa.String(80), nullable=False),
        sa.Column("move", sa.LargeBinary(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "stream"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stuck",
        sa.Column("stream", sa.String(80), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("problem", sa.String(80), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "number"),
        sqlite_with_rowid=False,
    )
