"""How polls are opened: from a command's options, or from a form. Whoever opens one must be allowed to."""

import random
from typing import Any

import discord

from bot.ballots import bracket
from bot.ballots.answers import listed
from bot.catalogue import Catalogue
from bot.errors import UserError
from bot.services.languages import Languages
from bot.services.lookup import Lookup
from bot.services.polls import drafts
from bot.services.polls.drafts import HIDDEN, Wish
from bot.services.polls.lineup import suggested
from bot.services.polls.rounds import Rounds
from bot.services.prizes import Prizes
from bot.storage.polls import Answer, Draft
from bot.ui.forms import Forms, Values
from bot.ui.layouts import draw
from bot.ui.polls.forms import ANSWERS, ASK, LONGEST_ANSWERS, QUESTION, STANCE, Asked, ask_form
from bot.ui.polls.places import check_place, require_polls
from bot.ui.polls.queries import NomineesDeed, PollDeskQuery
from bot.ui.reader import words_for
from bot.ui.reply import answer, in_time
from bot.ui.screens import Screens

Asking = discord.Interaction[Any]


class Opening:
    """Opens polls of all kinds."""

    def __init__(
        self,
        rounds: Rounds,
        lookup: Lookup,
        prizes: Prizes,
        languages: Languages,
        screens: Screens,
        forms: Forms,
    ) -> None:
        self.rounds, self.lookup, self.prizes = rounds, lookup, prizes
        self.languages, self.screens = languages, screens
        screens.add_deed(NomineesDeed, self.nominees)
        forms.add(ASK, self.submit)

    @property
    def catalogue(self) -> Catalogue:
        return self.lookup.catalogue

    async def nominees(self, deed: NomineesDeed, interaction: Asking, _: tuple[str, ...]) -> PollDeskQuery:
        """A poll of who is nominated for a prize, in the server's language."""
        guild_id = await require_polls(interaction)
        show = self.lookup.show_id(deed.show)
        prize = self.prizes.of(show)[self.prizes.prize_id(show, deed.category)]
        edition, category = drafts.nominated(self.catalogue, show, prize.id, deed.edition)
        words = await self.languages.of_guild(guild_id)
        answers = drafts.nominee_answers(category, self.catalogue, words)
        name = prize.name_ko if words.locale == "ko" else category.name
        about = {"show": self.catalogue.ceremonies[show].short, "year": str(edition.year)}
        asked = "poll-question-past" if category.winners else "poll-question"
        question = words(asked, category=name, **about)
        wish = await self._wish(interaction, deed.channel, deed.hours, deed.style, deed.results)
        seed = random.randrange(1, drafts.SEEDS)
        return await self._open(drafts.nominees(wish, question, edition, category, prize.id, answers, seed))

    async def ask(self, interaction: Asking, asked: Asked, kind: str = "", artist: str | None = None) -> None:
        """Opens the form in which a poll is written, once it is sure that it could be posted.

        A bracket's may hold what an `artist` has of a `kind` already.
        """
        try:
            guild_id = await require_polls(interaction)
            words = await words_for(interaction)
            check_place(interaction, asked.channel_id, words, asked.style)
            entrants = ""
            if artist is not None:
                locale = (await self.languages.of_guild(guild_id)).locale
                entrants = "\n".join(suggested(self.catalogue, kind, self.lookup.artist_id(artist), locale))
        except UserError as error:
            await self.screens.apologise(interaction, error)
        else:
            await interaction.response.send_modal(ask_form(asked, words, entrants))

    async def submit(self, interaction: Asking, rest: str, values: Values) -> None:
        """Takes a form. One that cannot be taken is lost to Discord, so its text is given back to be copied."""
        asked = Asked.parse(rest)
        try:
            query = await in_time(interaction, self._submitted(interaction, asked, values))
        except UserError as error:
            await self.screens.apologise(interaction, error)
            written = "\n".join(value for value in values.values() if value).replace("`", "ˋ").strip()
            if written:
                words = await words_for(interaction)
                await answer(interaction, draw(words("poll-written"), [f"```\n{written[:LONGEST_ANSWERS]}\n```"]))
        else:
            await self.screens.open(interaction, query)

    async def _submitted(self, interaction: Asking, asked: Asked, values: Values) -> PollDeskQuery:
        await require_polls(interaction)
        wish = await self._wish(interaction, asked.channel_id, asked.hours, asked.style, asked.results)
        question = values.get(QUESTION, "")
        if asked.kind == "debate":
            stances = "\n".join(" ".join(values.get(f"{STANCE}{number}", "").split()) for number in range(1, 4))
            least, most = drafts.STANCES
            found = listed(stances, least=least, most=most)
            return await self._open(drafts.debate(wish, question, found.answers), found.merged)
        text = values.get(ANSWERS, "")
        if asked.kind == "custom":
            found = listed(text)
            return await self._open(drafts.custom(wish, question, found.answers), found.merged)
        found = listed(text, least=bracket.LEAST, most=bracket.MOST)
        seed = random.randrange(1, drafts.SEEDS) if asked.lot else 0
        entrants = [Answer(one) for one in found.answers]
        return await self._open(drafts.bracket(wish, question, entrants, seed), found.merged)

    async def _wish(
        self, interaction: Asking, channel_id: int, hours: int, style: str | None, results: str | None
    ) -> Wish:
        """Where and how, once it is sure that a poll may hang there. Raises Refused."""
        place = channel_id or interaction.channel_id or 0
        native = check_place(interaction, place, await words_for(interaction), style)
        return Wish(
            guild_id=interaction.guild_id or 0,
            channel_id=place,
            user_id=interaction.user.id,
            at=int(interaction.created_at.timestamp()),
            hours=hours,
            style=style if native else HIDDEN,
            results=results,
        )

    async def _open(self, draft: Draft, merged: int = 0) -> PollDeskQuery:
        return PollDeskQuery((await self.rounds.open(draft)).id, merged)
