# SPDX-License-Identifier: MIT
"""The first tables of the hub's keys schema."""

import sqlalchemy as sa
from alembic import op

revision = "keys1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "body_keys",
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
