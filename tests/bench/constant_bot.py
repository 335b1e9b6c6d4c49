"""The floor: a discord.py bot whose `/awards` is one constant answer, about as long as Laurel's for RM.

It looks nothing up and remembers nothing: what it costs is discord.py. It must not import Laurel.
"""

from __future__ import annotations

import os

import discord
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

YEARS = (
    (2023, "Indigo", ("MAMA Awards", "Golden Disc Awards")),
    (2022, "Wild Flower", ("Melon Music Awards", "MAMA Awards")),
    (2018, "mono.", ("Korean Hip-hop Awards", "Genie Music Awards")),
)


class ConstantAnswer(ui.LayoutView):
    """Built anew for each answer, as an ordinary author would."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        box: ui.Container[ConstantAnswer] = ui.Container(accent_colour=discord.Colour(0xB8860B))
        box.add_item(ui.TextDisplay("## RM (김남준)\n6 awards and 9 nominations at 5 ceremonies, 2018 to 2023"))
        box.add_item(ui.Separator())
        for year, work, shows in YEARS:
            lines = [f"### {year}"]
            for show in shows:
                lines.append(f"- **Won** · {show} {year} · Best Male Artist · *{work}* [source](https://example.org/)")
                lines.append(
                    f"- Nominated · {show} {year} · Album of the Year · *{work}* [source](https://example.org/)"
                )
            box.add_item(ui.TextDisplay("\n".join(lines)))
        box.add_item(ui.Separator())
        box.add_item(ui.TextDisplay("-# How they decide: a jury and a public vote. Facts as of 1 November 2026."))
        pages: ui.ActionRow[ConstantAnswer] = ui.ActionRow()
        for label in ("Earlier", "Later", "Share"):
            pages.add_item(ui.Button(label=label, custom_id=f"constant:{label.lower()}"))
        shows_row: ui.ActionRow[ConstantAnswer] = ui.ActionRow()
        names = dict.fromkeys(show for _, _, shows in YEARS for show in shows)
        shows_row.add_item(
            ui.Select(
                placeholder="Show",
                custom_id="constant:show",
                options=[discord.SelectOption(label=name) for name in names],
            )
        )
        box.add_item(pages)
        box.add_item(shows_row)
        self.add_item(box)


class ConstantBot(discord.AutoShardedClient):
    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        self.add_view(ConstantAnswer())
        await self.tree.sync()


def main() -> None:
    api = os.environ["DISCORD_API_BASE"]
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = URL(api).with_scheme("ws").with_path("/gateway")
    bot = ConstantBot()

    @bot.tree.command(description="What an artist has won and been nominated for")
    @app_commands.describe(artist="whose awards")
    async def awards(interaction: discord.Interaction, artist: str) -> None:
        answer = ConstantAnswer()
        # One is registered for good. discord.py would keep every other one too, which makes no honest floor.
        answer.stop()
        await interaction.response.send_message(view=answer)

    bot.run(os.environ["DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
