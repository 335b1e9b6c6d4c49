"""What every table is made with: the one metadata, and columns that both databases have alike."""

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def number() -> sa.Column[Any]:
    """The key of rows that count up."""
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def one_of(column: str, *values: str) -> sa.CheckConstraint:
    """That a text is one of `values`."""
    return sa.CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", name=column)
