# SPDX-License-Identifier: MIT
"""In which epoch a restored stream's numbers begin, and which kinds the program knew that ran last."""

import sqlalchemy as sa
from alembic import op

revision = "main6"
down_revision = "main5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the column; no hub has been restored yet, so there is no row to fill."""
    with op.batch_alter_table("bases") as table:
        table.add_column(sa.Column("epoch", sa.BigInteger(), nullable=False))
    op.create_table(
        "kinds",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("kind"),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("kinds")
    with op.batch_alter_table("bases") as table:
        table.drop_column("epoch")
