# SPDX-License-Identifier: MIT
"""How many entities of each kind a stream holds and the digest of each kind; filled at the next settling."""

import sqlalchemy as sa
from alembic import op

revision = "main5"
down_revision = "main4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "tallies",
        sa.Column("stream", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(80), nullable=False),
        sa.Column("entities", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "kind"),
        sqlite_with_rowid=False,
    )
