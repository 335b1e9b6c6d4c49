"""Printed credits and the names in them; and whom a spelling means."""

import pytest

from bot.catalogue.importing.credits import names_in
from bot.catalogue.importing.roster import Roster

CREDITS = [
    ("BTS", ["BTS"]),
    ("ROSÉ & Bruno Mars", ["ROSÉ", "Bruno Mars"]),
    ("Coldplay x BTS", ["Coldplay", "BTS"]),
    ("Coldplay & BTS", ["Coldplay", "BTS"]),
    ("Coldplay (BTS as featured artist)", ["Coldplay", "BTS"]),
    ("Megan Thee Stallion feat. RM", ["Megan Thee Stallion", "RM"]),
    ("Doja Cat feat. SZA", ["Doja Cat", "SZA"]),
    ("Drake feat. Sexyy Red & SZA", ["Drake", "Sexyy Red", "SZA"]),
    ("SZA with Kendrick Lamar", ["SZA", "Kendrick Lamar"]),
    ("Cardi B, Bad Bunny & J Balvin", ["Cardi B", "Bad Bunny", "J Balvin"]),
    ("ROSALÍA & J Balvin feat. El Guincho", ["ROSALÍA", "J Balvin", "El Guincho"]),
    ("HUNTR/X (EJAE, Audrey Nuna, REI AMI)", ["HUNTR/X", "EJAE", "Audrey Nuna", "REI AMI"]),
    ("LSD (Labrinth, Sia & Diplo)", ["LSD", "Labrinth", "Sia", "Diplo"]),
    ("HUNTR/X", ["HUNTR/X"]),
    ("(G)I-DLE", ["(G)I-DLE"]),
    ("f(x)", ["f(x)"]),
    ("&TEAM", ["&TEAM"]),
    ("Chloe x Halle", ["Chloe x Halle"]),
    ("Dynamic Duo", ["Dynamic Duo"]),
    ("Dynamic Duo & Chen", ["Dynamic Duo", "Chen"]),
    ("TOMORROW X TOGETHER", ["TOMORROW X TOGETHER"]),
    ("TOMORROW X TOGETHER & Jonas Brothers", ["TOMORROW X TOGETHER", "Jonas Brothers"]),
    ("SKY (Choi Jin-young)", ["SKY (Choi Jin-young)"]),
    ("Team", ["Team"]),
    ("Sugar", ["Sugar"]),
    ("GD & TOP", ["GD & TOP"]),
    ("Seo Taiji and Boys", ["Seo Taiji and Boys"]),
    ("Macklemore & Ryan Lewis", ["Macklemore & Ryan Lewis"]),
    ("Suzy & Baekhyun", ["Suzy", "Baekhyun"]),
    ("The Weeknd & Ariana Grande", ["The Weeknd", "Ariana Grande"]),
    ("Panic! At The Disco", ["Panic! At The Disco"]),
    ("Various artists", []),
    ("Various artists (incl. Stray Kids)", []),
]


@pytest.mark.parametrize(("credit", "names"), CREDITS)
def test_names_in_a_credit(credit: str, names: list[str]) -> None:
    assert list(names_in(credit)) == names


def person(name: str, group: str, korean: str, *aliases: str, **more: object) -> dict[str, object]:
    bare = name.split(" (")[0]
    return {
        "name": name,
        "stage_name": bare,
        "kind": "person",
        "korean": korean,
        "aliases": list(aliases),
        "groups": [group],
        "former_groups": [],
        "sources": ["https://example.org/people"],
        "confidence": "single-source",
        "country": "KR",
    } | more


def group(name: str, korean: str, *members: str, **more: object) -> dict[str, object]:
    return {
        "name": name,
        "kind": "group",
        "korean": korean,
        "aliases": [],
        "members": list(members),
        "former_members": [],
        "sources": ["https://example.org/groups"],
        "confidence": "confirmed",
        "country": "KR",
    } | more


@pytest.fixture(scope="module")
def roster() -> Roster:
    return Roster(
        [
            group("BTS", "방탄소년단", "RM", "Jimin", "V", "Jungkook"),
            group("AOA", "에이오에이", "Jimin (AOA)"),
            group("KARD", "카드", "J.Seph"),
            group("BLACKPINK", "블랙핑크", "Rosé", "Jennie"),
            person("RM", "BTS", "알엠", "Rap Monster", birth_name="Kim Nam-joon"),
            person("Jimin", "BTS", "지민", "Park Jimin"),
            person("Jimin (AOA)", "AOA", "지민", "Jimin", "Shin Ji-min"),
            person("V", "BTS", "뷔", "Taehyung", "Kim"),
            person("J.Seph", "KARD", "제이셉", "Taehyung"),
            person("Jungkook", "BTS", "정국", "Jung Kook", "JK"),
            person("Rosé", "BLACKPINK", "로제", "Rose", "Park", "Jimin"),
            person("Jennie", "BLACKPINK", "제니"),
        ]
    )


@pytest.mark.parametrize(
    ("spelling", "artist"),
    [
        ("RM", "rm"),
        ("BTS", "bts"),
        ("ROSÉ", "rose"),
        ("JENNIE", "jennie"),
        ("Jung Kook", "jung-kook"),
        ("Jungkook", "jung-kook"),
        ("Jimin", "jimin-bts"),
        ("Jimin (AOA)", "jimin-aoa"),
        ("Lee Seung-hwan", "lee-seung-hwan"),
        ("Yoon Do-hyun Band", "yb"),
        ("BOL4", "bol4"),
    ],
)
def test_whom_a_spelling_means(roster: Roster, spelling: str, artist: str) -> None:
    key = roster.find(spelling)
    assert key is not None
    assert roster.id_of(key) == artist


def test_nobody_is_meant_by_an_alias_alone(roster: Roster) -> None:
    assert roster.find("Rap Monster") is None
    assert roster.find("Nobody At All") is None


def test_names_are_written_as_their_bearers_write_them(roster: Roster) -> None:
    record = roster.record("Jungkook")
    assert (record["name"], record["hangul"], record["aliases"]) == ("Jung Kook", "정국", ["JK"])
    assert roster.record("Rosé")["name"] == "ROSÉ"


def test_an_alias_that_is_anothers_name_is_left_out(roster: Roster) -> None:
    assert "Jimin" not in roster.record("Rosé")["aliases"]
    assert "Park" not in roster.record("Rosé")["aliases"]  # a surname is no name
    assert "Taehyung" in roster.record("V")["aliases"]
    assert "Taehyung" not in roster.record("J.Seph")["aliases"]  # fans mean V


def test_links_lead_somewhere(roster: Roster) -> None:
    assert set(roster.with_relations(["V"])) == {"V", "BTS", "RM", "Jimin", "Jungkook"}
    assert roster.record("BTS")["members"] == ["rm", "jimin-bts", "v", "jung-kook"]
    assert roster.file_of("V") == roster.file_of("BTS") == "artists/bts.toml"
    assert roster.file_of("Lee Seung-hwan") == "artists/korea.toml"
    assert roster.file_of("Eminem") == "artists/elsewhere.toml"
