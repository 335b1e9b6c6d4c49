"""Draws one fact: a sentence, how its prize is decided, and every source of it."""

from bot.catalogue import Catalogue, Result
from bot.catalogue.model import Confidence, Moment
from bot.services.facts import Fact, FactKind
from bot.text import Words
from bot.ui.awards import edition_title
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.markdown import category_title, credit_of, name_of, plain, source_link
from bot.ui.queries import ArtistQuery, AwardsQuery, CeremonyQuery, FactQuery, RecordQuery
from bot.ui.screens import open_button, turn_button
from bot.ui.sources import SHOWN_SOURCES

NAMED_RIVALS = 9


def fact_page(fact: Fact | None, query: FactQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """One fact, and the button that deals another; None where there is none to tell."""
    if fact is None:
        return draw(words("fact-none"))
    blocks = [sentence(fact, catalogue, words)]
    if fact.result is not None:
        kind = catalogue.method_kind(fact.result.edition, fact.result.category)
        blocks.append(words(f"method-{kind.value}-means"))
    claim = fact.claim
    papers = [f"-# {words(f'confidence-{claim.confidence.value}')}"]
    papers += [f"- {source_link(source)}" for source in claim.sources[:SHOWN_SOURCES]]
    blocks.append("\n".join(papers))
    again = turn_button(words("button-another-fact"), query.but(fact=None), emoji="🎴")
    return draw(f"## {words('fact-title')}", blocks, [[again, *_ways(fact, words)]])


def sentence(fact: Fact, catalogue: Catalogue, words: Words) -> str:
    """What the fact says; of a prize also over whom, in lines of their own."""
    match fact.kind:
        case FactKind.WIN | FactKind.FIRST_WIN:
            assert fact.result is not None
            return _win(fact, fact.result, catalogue, words)
        case FactKind.DEBUT | FactKind.BIRTHDAY:
            person = fact.person
            assert person is not None
            date = person.debut if fact.kind is FactKind.DEBUT else person.birthday
            assert date is not None
            return words(f"fact-{fact.kind.value}", artist=name_of(person, words), date=words.date(date))
        case FactKind.MOMENT:
            assert fact.moment is not None
            return words("fact-moment", what=moment_title(fact.moment, words), date=words.date(fact.moment.date))
        case FactKind.RECORD:
            assert fact.record is not None
            return plain(fact.record.claim_ko if words.locale == "ko" and fact.record.claim_ko else fact.record.claim)


def _win(fact: Fact, result: Result, catalogue: Catalogue, words: Words) -> str:
    """Who won what, for what, over whom and with whom."""
    edition, category, winner = result.edition, result.category, result.nominee
    ceremony = catalogue.ceremonies[edition.ceremony]
    prize = f"**{category_title(catalogue.prize(edition, category), category, words)}**"
    if winner.work:
        prize = words("category-for-work", category=prize, work=plain(winner.work))
    others = [one for one in category.nominees if one is not winner]
    known = [one for one in others if category.confidence_of(one) is not Confidence.UNVERIFIED]
    rivals = [credit_of(one, catalogue.artists, words) for one in known if not one.won][:NAMED_RIVALS]
    shared = [credit_of(one, catalogue.artists, words) for one in known if one.won]
    complete = category.complete and len(rivals) == sum(not one.won for one in others)
    sentence = words(
        f"fact-{fact.kind.value}",
        artist=f"**{credit_of(winner, catalogue.artists, words)}**",
        prize=prize,
        show=plain(ceremony.short),
        edition=edition_title(ceremony, edition, words),
    )
    lines = [f"{sentence} {words('grand-prize')}" if category.grand_prize else sentence]
    if rivals:
        lines.append(words("awards-over", rivals=words.list(rivals), complete=str(complete).lower()))
    if shared:
        lines.append(words("awards-shared", others=words.list(shared)))
    return "\n".join(lines)


def moment_title(moment: Moment, words: Words) -> str:
    return plain(moment.title_ko if words.locale == "ko" and moment.title_ko else moment.title)


def _ways(fact: Fact, words: Words) -> list[Item]:
    """To whom the fact is about, opened beside: another fact may turn this page meanwhile."""
    if fact.result is not None:
        edition = fact.result.edition
        return [
            open_button(words("button-awards"), AwardsQuery(fact.artists[0], show=edition.ceremony), emoji="🏆"),
            open_button(words("button-edition"), CeremonyQuery(edition.ceremony, edition.id), emoji="📅"),
        ]
    if not fact.artists:
        return [open_button(words("records-title"), RecordQuery(show=fact.show))]
    if fact.kind is FactKind.RECORD:
        return [open_button(words("records-title"), RecordQuery(artist=fact.artists[0]))]
    return [open_button(words("button-profile"), ArtistQuery(fact.artists[0]), emoji="👤")]
