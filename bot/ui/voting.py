"""Draws where fans vote: each window with its days, its daily cap, its official page and how the show decides."""

from bot.catalogue import Catalogue
from bot.catalogue.dates import DateStatus, PartialDate
from bot.services.coming import Coming, Vote, VoteState, VotingGuide
from bot.text import Words
from bot.ui.awards import edition_title
from bot.ui.layouts import FrozenLayout, Item, draw, page_of, pages
from bot.ui.markdown import name_of, plain, source_link
from bot.ui.queries import DecidedQuery, UpcomingQuery, VotingQuery, VotingSourcesQuery
from bot.ui.screens import open_button, page_buttons, turn_button
from bot.ui.sources import as_of, paged, paper

STATES = {VoteState.OPEN: "🟢", VoteState.COMING: "🕒", VoteState.CLOSED: "⚫"}


def voting_page(guide: VotingGuide, query: VotingQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """One page of votes; with none, when the next ceremony is."""
    header = _header(guide, catalogue, words)
    blocks = [_vote(vote, words) for vote in guide.votes]
    if not any(vote.state is not VoteState.CLOSED for vote in guide.votes):
        blocks.insert(0, _none_open(guide, words))
    footer = words("voting-note")
    dealt = pages(blocks, reserved=len(header) + len(footer) + 40)
    shown, page = page_of(dealt, query.page)
    here = query.but(page=page)
    notes = [words("page-number", page=page, count=len(dealt))] if len(dealt) > 1 else []
    notes += [footer] if guide.votes else []
    rows = [page_buttons(here, page, len(dealt), words), _ways(guide, query, words)]
    return draw(header, shown, rows, "\n".join(f"-# {note}" for note in notes) or None)


def voting_sources(guide: VotingGuide, query: VotingSourcesQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """Where each vote's days and page come from."""
    blocks = []
    for vote in guide.votes:
        title = f"{edition_title(vote.ceremony, vote.edition, words)} · {_name(vote, words)}"
        window = vote.window
        blocks.append(paper(title, window.confidence, window.sources, window.note, words))
    return paged(words("voting-sources"), blocks, query, catalogue, words)


def _header(guide: VotingGuide, catalogue: Catalogue, words: Words) -> str:
    about = []
    if guide.ceremony is not None:
        show = guide.ceremony.hangul if words.locale == "ko" and guide.ceremony.hangul else guide.ceremony.name
        about.append(plain(show))
    if guide.artist is not None:
        about.append(name_of(guide.artist, words))
    title = words("voting-title-of", about=" · ".join(about)) if about else words("voting-title")
    return f"## {title}\n{as_of(catalogue, words)}"


def _name(vote: Vote, words: Words) -> str:
    return plain(vote.window.name_ko if words.locale == "ko" and vote.window.name_ko else vote.window.name)


def _vote(vote: Vote, words: Words) -> str:
    window = vote.window
    lines = [
        f"### {edition_title(vote.ceremony, vote.edition, words)} · {_name(vote, words)}",
        f"{STATES[vote.state]} {_days(vote, words)}",
    ]
    if vote.prizes:
        prizes = words.list(plain(prize.name_ko if words.locale == "ko" else prize.name) for prize in vote.prizes)
        lines.append(words("voting-prizes", prizes=prizes))
    facts = [words("voting-daily", count=window.daily_votes)] if window.daily_votes else []
    facts += [words("voting-page", page=source_link(window.page))] if window.page else []
    if facts and vote.state is not VoteState.CLOSED:
        lines.append(" · ".join(facts))
    lines.append(_how(vote, words))
    if window.sources:
        support = words(f"short-{window.confidence.value}")
        lines.append(f"-# {words('source-line', source=source_link(window.sources[0]), support=support)}")
    return "\n".join(lines)


def _how(vote: Vote, words: Words) -> str:
    """How it is decided: as the prizes voted for say, where they do, else as the show does."""
    own = {prize.method for prize in vote.prizes}
    kind = vote.prizes[0].method if len(own) == 1 else None
    how = words("decided-line", how=words(f"method-{(kind or vote.method.kind).value}"))
    if kind is not None or vote.state is VoteState.CLOSED:
        return how
    summary = vote.method.summary_ko if words.locale == "ko" and vote.method.summary_ko else vote.method.summary
    return f"{how}. {plain(summary)}" if summary else how


def _days(vote: Vote, words: Words) -> str:
    """From when to when, and how long that still is or has been."""
    opens, closes = vote.window.opens, vote.window.closes
    if opens is None or vote.state is not VoteState.COMING:
        return words(f"vote-{vote.state.value}", closes=_day(closes, vote.closes_at, words), opens="")
    return words("vote-coming", opens=_day(opens, vote.opens_at, words), closes=_day(closes, None, words))


def _day(date: PartialDate, at: int | None, words: Words) -> str:
    """A day with its distance, which ticks in the reader's client; a month or a year without one."""
    spelled = words.date(date)
    if date.status is not DateStatus.CONFIRMED:
        spelled = words(f"date-{date.status.value}", date=spelled)
    return spelled if at is None else f"{spelled} (<t:{at}:R>)"


def _none_open(guide: VotingGuide, words: Words) -> str:
    """Nothing to vote for: kindly, and with what comes next."""
    lines = [words("voting-none-for", artist=name_of(guide.artist, words)) if guide.artist else words("voting-none")]
    if guide.next_ceremony is not None:
        lines.append(_next(guide.next_ceremony, guide, words))
    return "\n".join(lines)


def _next(coming: Coming, guide: VotingGuide, words: Words) -> str:
    assert coming.ceremony is not None and coming.edition is not None
    edition = edition_title(coming.ceremony, coming.edition, words)
    same = guide.ceremony is None or guide.ceremony.id == coming.ceremony.id
    spelled = words.date(coming.edition.date or coming.date)
    if coming.date.status is not DateStatus.CONFIRMED:
        spelled = words(f"date-{coming.date.status.value}", date=spelled)
    phrase = words("voting-next" if same else "voting-next-elsewhere", edition=edition, date=spelled)
    return phrase if coming.at is None else f"{phrase} (<t:{coming.at}:R>)"


def _ways(guide: VotingGuide, query: VotingQuery, words: Words) -> list[Item]:
    ways: list[Item] = []
    if guide.votes:
        ways.append(open_button(words("button-sources"), VotingSourcesQuery(query.show, query.artist), emoji="📄"))
        show = query.show or (guide.votes[0].ceremony.id if len({v.ceremony.id for v in guide.votes}) == 1 else None)
        if show is not None:
            ways.append(open_button(words("button-decided"), DecidedQuery(show=show), emoji="⚖️"))
    ways.append(turn_button(words("button-upcoming"), UpcomingQuery(artist=query.artist), emoji="📅"))
    if query.show is not None or query.artist is not None:
        ways.append(turn_button(words("button-all-votes"), VotingQuery()))
    return ways
