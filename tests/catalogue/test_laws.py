"""What one record may say of another."""

import pytest

from tests.catalogue.conftest import Folder

EDITION = "ceremonies/ama/2025.toml"
BTS = "artists/bts.toml"
OTHERS = "artists/others.toml"
SHARED = "artists/ambiguous.toml"
SHOW = "ceremonies/ama/ceremony.toml"
MOMENTS = "moments/discharge.toml"
ADD = "Add new artists in data/artists/."

BROKEN = [
    (EDITION, '"rm"]', '"rsoe"]', f'10: winner "rsoe" is no artist. Did you mean "rose" (ROSÉ)? {ADD}'),
    (EDITION, '["jimin-bts"]', '["zzz"]', f'12: nominee "zzz" is no artist. {ADD}'),
    (
        EDITION,
        '["jimin-bts"]',
        '["rm"], won = true',
        "12: a winner of Favorite K-Pop Artist is listed twice. Delete one.",
    ),
    (
        EDITION,
        'artists = ["rose"], ',
        "",
        "13: a nominee of Favorite K-Pop Artist has neither artists nor a credit. Add one.",
    ),
    (EDITION, "year = 2025", "year = 2021", "2: the date 2025-05-26 is far from the year 2021. Correct one."),
    (
        EDITION,
        "complete = true",
        'date = "2025-05-27"',
        "8: 2025-05-27 lies outside the edition (2025-05-26).",
    ),
    (
        EDITION,
        'sources = [\n    "https://example.org/a",\n    "https://example.com/b",\n]\n',
        "",
        '15: confidence is "confirmed", which needs a source. Add it, or write "unverified".',
    ),
    (
        EDITION,
        '"confirmed"\nsources = [\n    "https://example.org/a",\n',
        '"disputed"\nsources = [\n',
        '15: confidence is "disputed", which needs two sources that disagree. Add it, or write "unverified".',
    ),
    (
        EDITION,
        '"confirmed"\nsources = [\n    "https://example.org/a",\n    "https://example.com/b",\n]\n',
        '"unverified"\nnominees_confidence = "single-source"\n',
        '16: nominees_confidence is "single-source", which needs a source. Add it, or write "unverified".',
    ),
    (
        EDITION,
        'place = "Las Vegas"',
        'status = "announced"',
        '9: Favorite K-Pop Artist has a winner, but the edition is "announced". Correct one.',
    ),
    (BTS, '["rm", "jimin-bts"]', '["rmm"]', f'8: member "rmm" is no artist. Did you mean "rm" (RM)? {ADD}'),
    (
        BTS,
        '["rm", "jimin-bts"]',
        '["rm"]\nformer_members = ["rm"]',
        '9: "rm" is a member and a former one. Keep one of the two.',
    ),
    (
        BTS,
        '["rm", "jimin-bts"]',
        '["bts"]',
        '8: member "bts" is a group. Write the group as its own [[artist]] with parent.',
    ),
    (BTS, 'kind = "group"', 'kind = "act"', '4: "bts" has members, so its kind is "group".'),
    (
        BTS,
        'birthday = "1994-09-12"',
        'parent = "rose"',
        '14: parent "rose" is no other group. Did you mean "rose" (ROSÉ)?',
    ),
    (BTS, '"Bangtan"', '"♡"', '7: the name "♡" has no letter or digit. Nobody could look it up.'),
    (BTS, '"Bangtan"', '"rosé"', '4: the name "ROSÉ" already means "bts" (data/artists/bts.toml:7).'),
    (
        OTHERS,
        'id = "rose"',
        'id = "rm"',
        '4: id "rm" is taken (data/artists/bts.toml:11). Give this artist another id, or merge the two.',
    ),
    (
        OTHERS,
        'id = "jimin-aoa", name = "Jimin"',
        'id = "jimin-aoa", name = "Jiminy"',
        '"jimin-aoa" is not called "Jimin". Add the alias, or drop "jimin-aoa" here.',
    ),
    (SHARED, '"jimin-aoa"', '"jimin-exo"', '"jimin-exo" is no artist. Did you mean "jimin-aoa" (Jimin)?'),
    (
        SHARED,
        "},\n]\n",
        '},\n    { name = "JIMIN", artists = ["jimin-aoa", "jimin-bts"] },\n]\n',
        '3: the name "JIMIN" is declared twice. Merge the two.',
    ),
    (SHOW, 'id = "ama"', 'id = "amas"', '1: id "amas" is not the name of its folder. Make them the same.'),
    (
        SHOW,
        "America/Los_Angeles",
        "America/Hollywood",
        '4: zone "America/Hollywood" is no IANA zone. Write one like "Asia/Seoul".',
    ),
    (
        SHOW,
        'kind = "fan-vote"\n',
        'kind = "fan-vote"\n\n[[method]]\nkind = "jury"\n',
        "9: a second method without since. Keep one, or give it its own year.",
    ),
    (MOMENTS, '["rm"]', '["rn"]', f'5: "rn" is no artist. {ADD}'),
    (MOMENTS, '["rm"]', '["ros"]', f'5: "ros" is no artist. Did you mean "rose" (ROSÉ)? {ADD}'),
]


@pytest.mark.parametrize(("name", "old", "new", "wanted"), BROKEN)
def test_a_broken_law_says_where_and_what(folder: Folder, name: str, old: str, new: str, wanted: str) -> None:
    folder.change(name, old, new)
    problems = folder.problems()
    assert any(wanted in line for line in problems), problems


def test_the_error_of_the_design(folder: Folder) -> None:
    padding = "# nothing\n" * 21
    folder.change(EDITION, "year = 2025\n", f"{padding}year = 2025\n")
    folder.change(EDITION, '"rm"]', '"rosee"]')
    assert folder.problems() == [
        'data/ceremonies/ama/2025.toml:31: winner "rosee" is no artist. '
        'Did you mean "rose" (ROSÉ)? Add new artists in data/artists/.'
    ]


def test_a_name_of_two_artists_must_be_declared(folder: Folder) -> None:
    folder.change(BTS, '"Bangtan"', '"Bangtan", "rosé"')
    assert folder.problems() == [
        'data/artists/others.toml:4: the name "ROSÉ" already means "bts" (data/artists/bts.toml:7). Drop one of the '
        'two, or, if both are really called so, add "bts" and "rose" under "ROSÉ" in data/artists/ambiguous.toml.'
    ]
    folder.change(SHARED, "},\n]\n", '},\n    { name = "ROSÉ", artists = ["bts", "rose"] },\n]\n')
    assert folder.problems() == []


def test_two_shows_do_not_share_a_name(folder: Folder) -> None:
    folder.write("ceremonies/amas/ceremony.toml", folder.read(SHOW).replace('"ama"', '"amas"'))
    assert any('already means the ceremony "ama"' in line for line in folder.problems())


def test_an_edition_needs_its_ceremony(folder: Folder) -> None:
    folder.write("ceremonies/mama/2025.toml", "year = 2025\n")
    assert folder.problems() == [
        'data/ceremonies/mama/2025.toml:1: the folder "mama" has no ceremony.toml. Write one beside this file.'
    ]


def test_a_category_stands_once_in_an_edition(folder: Folder) -> None:
    folder.write(EDITION, folder.read(EDITION) + '\n[[category]]\nid = "favorite-k-pop-artist"\nname = "Again"\n')
    assert folder.problems() == [
        'data/ceremonies/ama/2025.toml:22: category "favorite-k-pop-artist" appears twice. Merge the two.'
    ]


def test_a_moment_stands_once(folder: Folder) -> None:
    folder.write(MOMENTS, folder.read(MOMENTS) * 2)
    assert folder.problems() == [
        'data/moments/discharge.toml:7: "RM finishes military service" is listed twice. Delete one.'
    ]
