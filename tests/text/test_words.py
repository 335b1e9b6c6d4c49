"""Fluent, Babel and Korean particles."""

import logging
from pathlib import Path

import pytest

from bot.catalogue.dates import DateSpan, PartialDate
from bot.errors import CatalogueError
from bot.text import WordBook
from bot.text.korean import with_particle

PARTICLES = [
    ("방탄소년단", "은/는", "방탄소년단은"), ("블랙핑크", "은/는", "블랙핑크는"), ("RM", "은/는", "RM은"),
    ("BTS", "이/가", "BTS가"), ("지민", "을/를", "지민을"), ("뷔", "과/와", "뷔와"), ("서울", "으로/로", "서울로"),
    ("부산", "으로/로", "부산으로"), ("2NE1", "이/가", "2NE1이"), ("GOT7", "으로/로", "GOT7로"),
    ("(G)I-DLE", "은/는", "(G)I-DLE는"),
    ("ROSÉ", "은/는", "ROSÉ은(는)"), ("!!!", "은/는", "!!!은(는)"), ("", "이/가", "이(가)"),
    ("세븐틴!", "을/를", "세븐틴!을"),
]  # fmt: skip


@pytest.mark.parametrize("word, pair, together", PARTICLES)
def test_particles(word: str, pair: str, together: str) -> None:
    assert with_particle(word, pair) == together


def test_a_pair_needs_a_slash() -> None:
    with pytest.raises(ValueError, match="no pair"):
        with_particle("RM", "은")


def test_readers_get_their_language_or_english(words: WordBook) -> None:
    assert words.of("ko").locale == "ko"
    assert words.of("fr").locale == words.of(None).locale == words.of("en-GB").locale == "en-US"


@pytest.mark.parametrize(
    "text, english, korean",
    [
        ("2025-06-10", "Jun 10, 2025", "2025년 6월 10일"),
        ("2025-06", "Jun 2025", "2025년 6월"),
        ("2025", "2025", "2025년"),
    ],
)
def test_dates_are_no_more_exact_than_known(words: WordBook, text: str, english: str, korean: str) -> None:
    date = PartialDate.parse(text)
    assert words.of("en-US").date(date) == english
    assert words.of("ko").date(date) == korean


def test_spans_and_lists(words: WordBook) -> None:
    span = DateSpan.parse("2024-11-21/2024-11-23")
    assert words.of("en-US").date(span) == "Nov 21, 2024 – Nov 23, 2024"
    assert words.of("en-US").list(["A", "B", "C"]) == "A, B, and C"
    assert words.of("ko").list(["가", "나"]) == "가, 나"


def test_a_missing_word_falls_back_and_is_logged(words: WordBook, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert words.of("ko")("no-such-word") == "no-such-word"
    assert "no word for no-such-word in ko" in caplog.text


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    for locale in ("en-US", "ko"):
        folder = tmp_path / "locales" / locale
        folder.mkdir(parents=True)
        (folder / "a.ftl").write_text("fine = Fine\n", encoding="utf-8")
    (tmp_path / "locales" / "ko" / "b.ftl").write_text("fine = Fine\nbroken {\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"data/locales/ko/b\.ftl"):
        WordBook(tmp_path)


def test_what_was_kept_speaks_as_what_was_read(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "locales" / "en-US"
    folder.mkdir(parents=True)
    file = folder / "a.ftl"
    file.write_text(
        "-bot = Laurel\ncount = { $n ->\n    [one] one of { -bot }\n   *[other] { $n } of { -bot }, { plain }\n }\n"
        "plain = said\n    in two lines\n# why\ninserted = { $name } wins\nloop = { loop }\n",
        encoding="utf-8",
    )
    kept = tmp_path / "words.cache"
    for _ in ("read", "recalled"):
        words = WordBook(tmp_path / "data", ("en-US",), kept).of(None)
        assert words.keys == {"count", "plain", "inserted", "loop"} and "-bot" not in words.keys
        assert (words("count", n=1), words("count", n=2)) == ("one of Laurel", "2 of Laurel, said\nin two lines")
        assert (words("plain"), words("inserted", name="RM"), words("inserted", name=1_000)) == (
            "said\nin two lines",
            "RM wins",
            "1,000 wins",
        )
        assert kept.is_file()
    file.write_text("plain = now otherwise\n", encoding="utf-8")
    assert WordBook(tmp_path / "data", ("en-US",), kept).of(None)("plain") == "now otherwise"
    file.write_text("plain {\n", encoding="utf-8")
    with pytest.raises(CatalogueError):
        WordBook(tmp_path / "data", ("en-US",), kept)


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="data/locales/en-US"):
        WordBook(tmp_path)


@pytest.mark.parametrize("locale", ["en-US", "ko"])
def test_what_only_inserts_texts_reads_as_fluent_says_it(words: WordBook, locale: str) -> None:
    spoken = words.of(locale)
    templates = {key: phrase.template for key, phrase in spoken._phrases.items() if phrase.template}
    assert len(templates) > 100
    for key, parts in templates.items():
        values = {name: f"{{ ${name} }} – 뷔" for _, name in parts if name}
        said, _ = spoken._bundle.format_pattern(spoken._pattern(key), values)
        assert spoken(key, **values) == said


def test_a_number_among_the_texts_is_written_as_the_language_writes_it(words: WordBook) -> None:
    assert words.of("en-US")("page-number", page=1_000, count=2) != words.of("en-US")(
        "page-number", page="1000", count="2"
    )


def test_a_language_that_is_begun_says_the_rest_in_english_and_is_reported(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for locale, text in (
        ("en-US", "one = One\ntwo = Two { $n }\n"),
        ("ko", "one = 하나\ntwo = 둘\n"),
        ("ja", "one = 一\nthree = 三\n"),
    ):
        folder = tmp_path / "locales" / locale
        folder.mkdir(parents=True)
        (folder / "all.ftl").write_text(text, encoding="utf-8")
    book = WordBook(tmp_path, ("en-US", "ko", "ja"))
    japanese = book.of("ja")
    assert (japanese("one"), japanese("two", n="2")) == ("一", "Two 2")
    assert "no word for two in ja" in caplog.text
    assert book.gaps() == [
        "data/locales/ja: 1 of 2 messages are missing: two",
        "data/locales/ja: 1 of 2 messages are none of English’s: three",
    ]


def test_the_real_languages_have_no_gaps(words: WordBook) -> None:
    assert words.gaps() == []


def test_a_locale_of_a_language_we_speak_is_that_language(words: WordBook) -> None:
    assert [words.speaks(locale) for locale in ("ko", "en-US", "en-GB", "fr")] == ["ko", "en-US", "en-US", None]
