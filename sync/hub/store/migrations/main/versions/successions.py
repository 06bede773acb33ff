# SPDX-License-Identifier: MIT
"""Which writer went on from which: a notebook that existed twice."""

import sqlalchemy as sa
from alembic import op

revision = "main3"
down_revision = "main2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "successions",
        sa.Column("writer", sa.LargeBinary(), nullable=False),
        sa.Column("of", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("writer"),
    )
    op.create_index("successions_by_predecessor", "successions", ["of"])
