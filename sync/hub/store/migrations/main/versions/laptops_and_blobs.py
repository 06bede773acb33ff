# SPDX-License-Identifier: MIT
"""Leases, orders and farewells of laptops; which attachment belongs to which record."""

import sqlalchemy as sa
from alembic import op

revision = "main2"
down_revision = "main1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "leases",
        sa.Column("writer", sa.LargeBinary(), nullable=False),
        sa.Column("share", sa.LargeBinary(), nullable=False),
        sa.Column("verifier", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("misses", sa.BigInteger(), nullable=False),
        sa.Column("missed", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("writer"),
    )
    op.create_table(
        "orders",
        sa.Column("writer", sa.LargeBinary(), nullable=False),
        sa.Column("serial", sa.BigInteger(), nullable=False),
        sa.Column("signed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("writer"),
    )
    op.create_table(
        "farewells",
        sa.Column("writer", sa.LargeBinary(), nullable=False),
        sa.Column("farewell", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("writer"),
    )
    op.create_table(
        "blobs",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("entity", sa.LargeBinary(), nullable=False),
        sa.Column("blob", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("stream", "entity", "blob"),
        sqlite_with_rowid=False,
    )
    op.create_index("blobs_by_blob", "blobs", ["blob"])
    op.create_index("blobs_by_subject", "blobs", ["subject"])
