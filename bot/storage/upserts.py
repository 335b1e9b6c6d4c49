"""INSERT ... ON CONFLICT, which both databases have, each by its own name in SQLAlchemy."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite


def upsert(dialect: str, table: sa.Table) -> Any:
    """An insert that knows on_conflict_do_update and on_conflict_do_nothing; `dialect` is SQLAlchemy's name of it."""
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # brings all its drivers: 20 ms that SQLite's users need not wait

    return postgresql.insert(table)
