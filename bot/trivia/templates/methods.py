"""Questions about the shows: how they decide, and in which country an edition was held."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from random import Random

from babel import Locale

from bot.catalogue.model import Edition, Method, MethodKind
from bot.trivia.dealing import CHOICES, Fact, Maker, Template
from bot.trivia.questions import Localised, Option, Question
from bot.trivia.world import World, told

_LOCALES = tuple(Locale.parse(code) for code in ("en", "ko"))
_CODES = {"South Korea": "KR", "Japan": "JP", "Hong Kong": "HK", "Macau": "MO", "Singapore": "SG", "Vietnam": "VN",
          "Thailand": "TH", "China": "CN", "Indonesia": "ID", "Malaysia": "MY", "Saudi Arabia": "SA", "USA": "US",
          "Philippines": "PH", "Taiwan": "TW", "France": "FR"}  # fmt: skip


# How does it decide?


def _methods(world: World) -> Iterator[Fact]:
    for show, ceremony in world.catalogue.ceremonies.items():
        kinds = {method.kind for method in ceremony.method}
        years = world.years_held.get(show, ())
        method = ceremony.method_of(years[-1]) if years else None
        if method and told(method) and len(kinds) == 1:
            yield Fact("method", show, f"show {show}", 1, (), method, show)


def _ask_method(maker: Maker, fact: Fact, dice: Random) -> Question:
    method: Method = fact.matter
    show = maker.show(fact.key)
    options = {kind: Option(maker.say(f"method-{kind.value}")) for kind in MethodKind}
    wrong = dice.sample([kind for kind in MethodKind if kind is not method.kind], CHOICES - 1)
    right = options[method.kind]
    if method.summary and method.summary_ko and len(method.summary) + len(method.summary_ko) < 500:
        after = Localised(method.summary, method.summary_ko)
    else:
        after = maker.say("trivia-after-method", show=show, how=right.text)
    return maker.question(
        fact, maker.say("trivia-ask-method", show=show), after, right, [options[kind] for kind in wrong], dice,
        sources=method.sources,
    )  # fmt: skip


# Where was it?


def _places(world: World) -> Iterator[Fact]:
    """Editions abroad, and those at home in the years before and after: the others are easily guessed."""
    held = [(edition, country) for edition in world.editions if (country := _country(edition))]
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    for edition, country in held:
        homes[edition.ceremony][country] += 1
    home = {show: countries.most_common(1)[0][0] for show, countries in homes.items()}
    abroad = {(one.ceremony, one.year) for one, country in held if country != home[one.ceremony]}
    for edition, country in held:
        near = any((edition.ceremony, edition.year + by) in abroad for by in (-1, 0, 1))
        if near and len(homes[edition.ceremony]) > 2 and told(edition):
            key = f"{edition.ceremony}/{edition.id}"
            show = edition.ceremony
            yield Fact("place", key, f"show {show}", 1, (), (edition, country), show, edition.year, typed=True)


def _country(edition: Edition) -> str | None:
    """The one country an edition was held in; None where it went to several, or nobody noted which."""
    places = {edition.place, *(category.place for category in edition.category if category.place)}
    found = {(place or "").replace("(online)", "").split(",")[-1].strip() for place in places}
    several = any(sign in (edition.place or "") for sign in (";", "/", "&", " and ", "online", "Online"))
    return found.pop() if len(found) == 1 and not several and found <= set(_CODES) else None


def _named(country: str) -> Localised:
    """A country as Unicode's own lists call it, without "SAR China"."""
    en, ko = (str(locale.territories[_CODES[country]]) for locale in _LOCALES)
    return Localised(en.split(" SAR")[0], ko.split("(")[0])


def _ask_place(maker: Maker, fact: Fact, dice: Random) -> Question:
    edition, country = fact.matter
    visited = sorted({found for one in maker.world.editions if one.ceremony == fact.show and (found := _country(one))})
    others = [one for one in visited if one != country]
    rest = [one for one in _CODES if one not in visited]
    right = Option(_named(country))
    pool = [Option(_named(one)) for one in (*dice.sample(others, len(others)), *dice.sample(rest, len(rest)))]
    named = maker.edition(edition)
    place = Localised(edition.place or country, right.text.ko)
    after = maker.say("trivia-after-place", edition=named, place=place)
    accepted = {country, right.text.en, right.text.ko, *_ALSO.get(country, ())}
    return maker.question(
        fact, maker.say("trivia-ask-place", edition=named), after, right,
        maker.unlike([right], pool, CHOICES - 1), dice,
        accepted=sorted(accepted), rivals=[text for one in _CODES if one != country for text in (one, _named(one).ko)],
        sources=edition.sources,
    )  # fmt: skip


_ALSO = {"South Korea": ("Korea", "한국", "대한민국", "ROK"), "USA": ("US", "United States", "America", "미국")}


TEMPLATES = (
    Template("method", _methods, _ask_method),
    Template("place", _places, _ask_place),
)
