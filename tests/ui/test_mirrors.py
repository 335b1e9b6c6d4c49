"""What a scheduled event of Discord tells of a ceremony, within its limits."""

import discord
from msgspec.structs import replace

from bot.catalogue import Catalogue
from bot.catalogue.model import Confidence
from bot.services.ceremonials import Ceremonials
from bot.text import WordBook
from bot.ui.mirrors import EventBoard

YEARS_AGO = 946_684_800  # UTC seconds: 2000


def board(catalogue: Catalogue) -> EventBoard:
    return EventBoard(discord.Client(intents=discord.Intents.none()), catalogue)


def test_every_ceremony_fits_in_every_language(catalogue: Catalogue, words: WordBook) -> None:
    """The real ones of all years, one after another."""
    ceremonials, shown, now = Ceremonials(catalogue), 0, YEARS_AGO
    while found := ceremonials.coming(catalogue.ceremonies, set(catalogue.editions), now):
        shown, now = shown + len(found), max(one.ends_at for one in found)
        for one in found:
            for locale in ("en-US", "ko"):
                notice = board(catalogue).write(one, words.of(locale))
                assert 1 <= len(notice.name) <= 100 and 1 <= len(notice.place) <= 100, one.key
                assert 50 < len(notice.text) <= 1_000 and notice.text.count("\n") >= 2, one.key
                assert notice.ends_at > notice.starts_at
    assert shown > 100


def test_too_long_hostile_and_disputed(catalogue: Catalogue, words: WordBook) -> None:
    (one, *_) = Ceremonials(catalogue).coming(None, set(catalogue.editions), YEARS_AGO)
    address = "https://example.org/" + "a" * 480
    edition = replace(
        one.edition,
        name="Awards\n" + "🏆" * 300,
        place="경기장 " * 60,
        sources=(address, address + "b", "not an address at all"),
        confidence=Confidence.DISPUTED,
    )
    show = replace(one.ceremony, name="@everyone **loud**", hangul=None)
    for locale in ("en-US", "ko"):
        notice = board(catalogue).write(type(one)(show, edition, one.starts_at, one.ends_at), words.of(locale))
        assert len(notice.name) <= 100 and "\n" not in notice.name and len(notice.place) == 100
        assert len(notice.text) <= 1_000 and "@everyone" not in notice.text and "**loud**" not in notice.text
        assert words.of(locale)("confidence-disputed") in notice.text
        assert notice.text.count(address) == 0 or notice.text.count(address + "b") == 0, "whole addresses only"
    edition = replace(edition, place=None)
    notice = board(catalogue).write(type(one)(show, edition, one.starts_at, one.ends_at), words.of("ko"))
    assert notice.place == "장소는 아직 발표되지 않았어요"
