# SPDX-License-Identifier: MIT
"""Changes of the schema, one file a step, forward only (Alembic)."""
