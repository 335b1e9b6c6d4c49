"""What counts as naming somebody, and what does not: a table of answers, typed as people type them."""

import pytest

from bot.catalogue import Catalogue
from bot.catalogue.index import names_of
from bot.trivia.matching import LONGEST_ANSWER, Names, allowed, digits, judge

# Who is meant (an id of the catalogue), what was typed.
RIGHT = [
    ("bts", "BTS"), ("bts", "bts"), ("bts", "b.t.s."), ("bts", "  bts  "), ("bts", "B T S"), ("bts", "ＢＴＳ"),
    ("bts", "방탄소년단"), ("bts", "방탄"), ("bts", "방탄 소년단"), ("bts", "방탄소년단!"), ("bts", "방탄소녀단"),
    ("bts", "bangtan"), ("bts", "Bangtan Boys"), ("bts", "bangtan bois"), ("bts", "**BTS**"), ("bts", "“bts”"),
    ("tomorrow-x-together", "TXT"), ("tomorrow-x-together", "txt"), ("tomorrow-x-together", "T X T"),
    ("tomorrow-x-together", "TOMORROW X TOGETHER"), ("tomorrow-x-together", "tomorrow by together"),
    ("tomorrow-x-together", "tomorrowxtogether"), ("tomorrow-x-together", "tomorow x together"),
    ("tomorrow-x-together", "투모로우바이투게더"), ("tomorrow-x-together", "투모로우 바이 투게더"),
    ("tomorrow-x-together", "투바투"), ("tomorrow-x-together", "tomorrow x togehter"),
    ("rose", "Rosé"), ("rose", "ROSÉ"), ("rose", "rose"), ("rose", "ROSE"), ("rose", "로제"), ("rose", "Rose\u0301"),
    ("aespa", "aespa"), ("aespa", "æspa"), ("aespa", "ÆSPA"), ("aespa", "에스파"), ("aespa", "애스파"),
    ("aespa", "espa"), ("aespa", "aesp a"), ("itzy", "itzy!"), ("itzy", "ITZY"), ("itzy", "있지"), ("itzy", "있지!"),
    ("itzy", "i t z y"), ("v", "V"), ("v", "v"), ("v", "뷔"), ("v", "Ｖ"), ("v", "taehyung"), ("iu", "IU"),
    ("iu", "아이유"), ("iu", "i.u."), ("rm", "RM"), ("rm", "알엠"), ("gidle", "(G)I-DLE"), ("gidle", "gidle"),
    ("gidle", "i-dle"), ("gidle", "아이들"), ("gidle", "G I-DLE"), ("fx", "f(x)"), ("fx", "fx"), ("fx", "에프엑스"),
    ("t-ara", "T-ARA"), ("t-ara", "tara"), ("t-ara", "티아라"), ("2ne1", "2NE1"), ("2ne1", "투애니원"),
    ("2ne1", "2 NE 1"), ("stray-kids", "straykids"), ("stray-kids", "Stray Kids"), ("stray-kids", "stray kid"),
    ("stray-kids", "starykids"), ("stray-kids", "스키즈"), ("stray-kids", "스트레이키즈"),
    ("stray-kids", "스트래이 키즈"), ("seventeen", "SEVENTEEN"), ("seventeen", "seventen"), ("seventeen", "sevnteen"),
    ("seventeen", "세븐틴"), ("seventeen", "새븐틴"), ("blackpink", "blackpnk"), ("blackpink", "black pink"),
    ("blackpink", "블랙핑크"), ("blackpink", "블렉핑크"), ("blackpink", "balckpink"), ("twice", "Twice"),
    ("twice", "트와이스"), ("twice", "트와이즈"), ("twice", "twic"), ("newjeans", "New Jeans"),
    ("newjeans", "newjean"), ("newjeans", "뉴진스"), ("le-sserafim", "Le Sserafim"), ("le-sserafim", "le serafim"),
    ("le-sserafim", "lesserafim"), ("le-sserafim", "르세라핌"), ("le-sserafim", "르 세라핌"),
    ("red-velvet", "redvelvet"), ("red-velvet", "red velvte"), ("red-velvet", "레드벨벳"), ("red-velvet", "레드밸벳"),
    ("girls-generation", "Girls' Generation"), ("girls-generation", "girls generation"),
    ("girls-generation", "girls’ genration"), ("girls-generation", "SNSD"), ("girls-generation", "소녀시대"),
    ("super-junior", "super juniors"), ("super-junior", "슈퍼주니어"), ("super-junior", "SUJU"),
    ("shinee", "SHINee"), ("shinee", "shine"), ("shinee", "샤이니"), ("exo", "엑소"), ("exo", "E.X.O"),
    ("bigbang", "big bang"), ("bigbang", "bigbnag"), ("bigbang", "빅뱅"), ("psy", "싸이"), ("psy", "PSY"),
    ("monsta-x", "monsta x"), ("monsta-x", "Monsta-X"), ("monsta-x", "몬스타엑스"), ("monsta-x", "monstax"),
    ("enhypen", "enhyphen"), ("enhypen", "엔하이픈"), ("ateez", "에이티즈"), ("ateez", "atez"),
]  # fmt: skip
WRONG = [
    ("bts", ""), ("bts", "   "), ("bts", "!"), ("bts", "bt"), ("bts", "bst"), ("bts", "btx"), ("bts", "b1s"),
    ("bts", "bts exo nct"), ("bts", "exo bts"), ("bts", "bts or exo"), ("bts", "is it bts"), ("bts", "bts, blackpink"),
    ("bts", "TXT"), ("bts", "@everyone"), ("bts", "bts" * 100), ("bts", "방"), ("bts", "소년단"),
    ("tomorrow-x-together", "tmrw"), ("tomorrow-x-together", "together"), ("tomorrow-x-together", "tx"),
    ("v", "VV"), ("v", "w"), ("v", "b"), ("v", "비"), ("iu", "ui"), ("iu", "iv"), ("iu", "yu"), ("rm", "rn"),
    ("rm", "r"), ("itzy", "itz"), ("itzy", "ditzy"), ("itzy", "izzy"), ("itzy", "있"), ("exo", "exid"), ("exo", "ego"),
    ("rose", "rosie"), ("rose", "roses"), ("rose", "로즈"), ("twice", "2ice"), ("twice", "thrice twice"),
    ("2ne1", "2ne2"), ("2ne1", "3ne1"), ("2ne1", "21"), ("2pm", "2am"), ("2am", "2pm"), ("2am", "1am"),
    ("nct-127", "nct 128"), ("nct-127", "nct"), ("nct-127", "nct dream"), ("nct-dream", "nct 127"),
    ("got7", "got8"), ("got7", "got"), ("day6", "day 7"), ("sf9", "sf8"), ("b1a4", "b1a5"), ("b1a4", "b2a4"),
    ("seventeen", "17 seventeen"), ("seventeen", "eleven"), ("seventeen", "sventen boys"),
    ("sistar", "sister act"),
    ("winner", "winter"), ("winter", "winner"), ("taeyong", "taeyang"), ("taeyang", "taeyong"),
    ("jungkook", "jungwoo"), ("stray-kids", "stray"), ("stray-kids", "kids"), ("blackpink", "pink"),
    ("blackpink", "apink"), ("apink", "blackpink"), ("blackpink", "블랙"), ("gfriend", "friend zone"),
    ("ive", "live"), ("ive", "i"), ("aespa", "에스파파"), ("aespa", "vespa aespa"), ("red-velvet", "velvet"),
    ("girls-generation", "girls day"), ("girls-generation", "generation"), ("wonder-girls", "wonder boys"),
    ("super-junior", "junior"), ("super-junior", "superm"), ("superm", "super junior"), ("monsta-x", "mobster x"),
    ("shinee", "shinhwa"), ("shinhwa", "shinee"), ("ikon", "icon"), ("ikon", "ikonic"),
    ("treasure", "measured"), ("nmixx", "nmixxx mixxnmixx"), ("iz-one", "iz*two"),
]  # fmt: skip

# A title or a wording and what was typed for it: numbers are never typos.
TITLES_RIGHT = [
    ("Map of the Soul: 7", "map of the soul 7"), ("Map of the Soul: 7", "MAP OF THE SOUL : 7"),
    ("Map of the Soul: 7", "map of teh soul: 7"), ("38th Golden Disc Awards", "38th golden disc awards"),
    ("38th Golden Disc Awards", "38th golden disk awards"), ("24/7=Heaven", "24/7 heaven"),
    ("24/7=Heaven", "247 heaven"), ("Love Yourself 結 'Answer'", "love yourself 結 answer"), ("LOVE DIVE", "love dive"),
    ("!", "!"), ("!", " ! "), ("…", "..."), ("Dynamite", "dynamite"), ("Dynamite", "dinamite"), ("APT.", "apt"),
    ("작은 것들을 위한 시", "작은것들을위한시"), ("Chapter II", "chapter ii"), ("Chapter II", "chapter 2"),
    ("5-STAR", "5 star"), ("좋은 날", "좋은날"), ("2019", "2019"), ("2019", "２０１９"), ("Gee", "GEE"),
]  # fmt: skip
TITLES_WRONG = [
    ("Map of the Soul: 7", "map of the soul: 6"), ("Map of the Soul: 7", "map of the soul"),
    ("Map of the Soul: 7", "map of the soul: persona"), ("38th Golden Disc Awards", "39th golden disc awards"),
    ("38th Golden Disc Awards", "golden disc awards"), ("38th Golden Disc Awards", "3 8th golden disk awards"),
    ("Chapter II", "chapter iii"), ("Chapter II", "chapter i"), ("24/7=Heaven", "24/8 heaven"), ("12.3", "1.23"),
    ("!", "?"), ("!", ""), ("Gee", "Gef"), ("2019", "2018"), ("2019", "20199"), ("2019", "19"), ("5-STAR", "4 star"),
    ("LOVE DIVE", "love"), ("Dynamite", "dynamite butter"), ("APT.", "apts"), ("좋은 날", "좋은 밤"),
]  # fmt: skip


@pytest.fixture(scope="module")
def everybody(catalogue: Catalogue) -> Names:
    return Names(name for artist in catalogue.artists.values() for name in names_of(artist))


def test_the_table_is_long_enough() -> None:
    assert len(RIGHT) + len(WRONG) + len(TITLES_RIGHT) + len(TITLES_WRONG) >= 150


def test_who_is_meant(catalogue: Catalogue, everybody: Names) -> None:
    wrong = [(who, typed) for who, typed in RIGHT if not judge(typed, names_of(catalogue.artists[who]), everybody)]
    assert not wrong


def test_who_is_not_meant(catalogue: Catalogue, everybody: Names) -> None:
    there = [(who, typed) for who, typed in WRONG if who in catalogue.artists]
    assert len(there) > len(WRONG) - 5
    assert not [(who, typed) for who, typed in there if judge(typed, names_of(catalogue.artists[who]), everybody)]


@pytest.mark.parametrize(("title", "typed"), TITLES_RIGHT)
def test_titles(title: str, typed: str) -> None:
    assert judge(typed, [title])


@pytest.mark.parametrize(("title", "typed"), TITLES_WRONG)
def test_titles_that_are_others(title: str, typed: str) -> None:
    assert not judge(typed, [title])


def test_a_typo_as_near_to_another_name_never_counts() -> None:
    assert judge("dreamnode", ["dreamnote"])
    assert not judge("dreamnode", ["dreamnote"], Names(["dreamnotes", "dreamnoce"]))
    assert judge("dreamnote", ["dreamnote"], Names(["dreamnode"])), "exactly right is right, whoever is near"


def test_own_aliases_are_no_rivals() -> None:
    assert judge("stray kidz", ["Stray Kids", "straykids"], Names(["Stray Kids", "straykids", "SKZ"]))


def test_numbers_are_exact() -> None:
    assert judge("2019년", ["2019", "2019년"], exact=True)
    assert not judge("20199", ["2019"], exact=True) and not judge("december1", ["december"], exact=True)


def test_a_message_of_thousands_is_no_answer() -> None:
    assert not judge("a" * (LONGEST_ANSWER + 1), ["a" * (LONGEST_ANSWER + 1)])


def test_how_much_may_be_wrong() -> None:
    assert [allowed(length) for length in (1, 4, 5, 6, 7, 30)] == [0, 0, 1, 1, 2, 2]
    assert [allowed(length, hangul=True) for length in (1, 2, 3, 6, 7)] == [0, 0, 1, 1, 2]


def test_digit_groups() -> None:
    assert digits("Map of the Soul: 7") == ("7",) and digits("24/7") == ("24", "7") and digits("Act III") == ("3",)
    assert digits("mix vivid") == () and digits("BTS") == ()
