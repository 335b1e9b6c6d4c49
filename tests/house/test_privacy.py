"""Every number in the database that could tell of somebody has a meaning, and every table a rule for forgetting."""

import sqlalchemy as sa

from bot.storage.ownership import EXEMPT, MEANINGS, PEOPLE, SERVERS, Meaning, Rule
from bot.storage.schema import metadata


def undeclared(tables: sa.MetaData) -> list[str]:
    """Columns that could hold an id of Discord's, or tell of somebody, and of which nobody said what they mean."""
    return [
        str(column)
        for table in tables.sorted_tables
        for column in table.columns
        if column.name not in MEANINGS
        and (isinstance(column.type, sa.BigInteger | sa.JSON) or column.name.endswith("_id"))
    ]


def forgotten(tables: sa.MetaData, meaning: Meaning, rules: tuple[Rule, ...]) -> list[str]:
    """Columns of that meaning that no rule names."""
    ruled = {str(column) for column in (*(rule.column for rule in rules), *EXEMPT)}
    return [
        str(column)
        for table in tables.sorted_tables
        for column in table.columns
        if MEANINGS.get(column.name) is meaning and str(column) not in ruled
    ]


def test_every_number_has_a_meaning() -> None:
    assert not undeclared(metadata), "say in MEANINGS (bot/storage/ownership.py) what these hold"


def test_every_id_of_a_person_or_a_server_has_a_rule() -> None:
    assert not forgotten(metadata, Meaning.PERSON, PEOPLE), "say in PEOPLE what happens to these"
    assert not forgotten(metadata, Meaning.SERVER, SERVERS), "say in SERVERS what happens to these"


def test_a_table_that_forgets_itself_is_found() -> None:
    tables = sa.MetaData()
    sa.Table(
        "guestbook",
        tables,
        sa.Column("user_id", sa.BigInteger, primary_key=True),
        sa.Column("guild_id", sa.BigInteger().with_variant(sa.Integer, "sqlite")),
        sa.Column("host_id", sa.String(20)),
        sa.Column("judge", sa.BigInteger),
        sa.Column("picks", sa.JSON),
        sa.Column("title", sa.Text),
    )
    assert undeclared(tables) == ["guestbook.host_id", "guestbook.judge", "guestbook.picks"]
    assert forgotten(tables, Meaning.PERSON, PEOPLE) == ["guestbook.user_id"]
    assert forgotten(tables, Meaning.SERVER, SERVERS) == ["guestbook.guild_id"]


def test_every_meaning_is_of_a_column() -> None:
    there = {column.name for table in metadata.sorted_tables for column in table.columns}
    assert set(MEANINGS) <= there


def test_every_rule_is_of_the_schema_and_can_be_kept() -> None:
    for rules, meaning in ((PEOPLE, Meaning.PERSON), (SERVERS, Meaning.SERVER)):
        tables = [rule.table.name for rule in rules]
        assert len(set(tables)) == len(tables), "exports and counts are by table"
        for rule in rules:
            assert rule.table is metadata.tables[rule.table.name] and MEANINGS[rule.column.name] is meaning
            assert rule.blank is None or rule.column.name in rule.blank, "it would still say who it was"
            for name, value in (rule.blank or {}).items():
                column = rule.table.columns[name]
                assert value is not None or column.nullable
                assert not column.primary_key, "two would become one"


def test_what_is_blanked_tells_of_no_place_either() -> None:
    for rule in SERVERS:
        places = {column.name for column in rule.table.columns if MEANINGS.get(column.name) is Meaning.PLACE}
        assert rule.blank is None or places <= set(rule.blank), "a channel tells of its server"
