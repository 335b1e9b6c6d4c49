"""A bot with one of everything the playground must carry: not Laurel, and none of its cogs."""

import asyncio
import io
from pathlib import Path

import aiosqlite
import discord
from discord import app_commands
from discord.ext import commands, tasks
from PIL import Image

ARTISTS = {"rm": "RM", "bts": "BTS", "방탄소년단": "방탄소년단", "rosé": "ROSÉ", "psy": "PSY", "iu": "IU"}


class Tally(discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"tally:(?P<count>\d+)"):
    """A button that counts its own clicks, in its id."""

    def __init__(self, count: int) -> None:
        super().__init__(discord.ui.Button(label=f"Clicked {count}", custom_id=f"tally:{count}"))
        self.count = count

    @classmethod
    async def from_custom_id(cls, interaction, item, match):
        return cls(int(match["count"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(Tally(self.count + 1))
        await interaction.response.edit_message(view=view)


class Card(discord.ui.LayoutView):
    """A Components V2 message with a select, which says itself what it holds."""

    row = discord.ui.ActionRow()

    def __init__(self, title: str, year: str = "") -> None:
        super().__init__(timeout=600)
        self.choose.options = [discord.SelectOption(label=one, default=one == year) for one in ("2023", "2024")]
        text = f"## {title}\n-# 2 wins · 3 nominations\nMAMA 2024: **won** best artist, <t:1893456000:R>"
        box = discord.ui.Container(discord.ui.TextDisplay(text), accent_colour=discord.Colour.gold())
        self.add_item(box)

    @row.select(placeholder="Year", options=[discord.SelectOption(label=year) for year in ("2023", "2024")])
    async def choose(self, interaction: discord.Interaction, select: discord.ui.Select) -> None:
        await interaction.response.edit_message(view=Card(f"Chosen: {select.values[0]}", "2023"))


class Form(discord.ui.Modal, title="Guess"):
    answer = discord.ui.TextInput(label="Answer")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"You guessed {self.answer.value}")


class Commands(commands.Cog):
    def __init__(self, bot: "LittleBot") -> None:
        self.bot = bot

    @app_commands.command(description="What an artist has won")
    async def awards(
        self, interaction: discord.Interaction, artist: str, show: str | None = None, year: int | None = None
    ) -> None:
        async with self.bot.database.execute("select ? || ?", (artist, f" {show or ''} {year or ''}".rstrip())) as rows:
            (text,) = await rows.fetchone()
        await interaction.response.send_message(view=Card(text))

    @awards.autocomplete("artist")
    async def artists(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        async with self.bot.database.execute("select 1") as rows:
            await rows.fetchone()
        return [
            app_commands.Choice(name=name, value=slug)
            for slug, name in ARTISTS.items()
            if typed.casefold() in name.casefold()
        ]

    @app_commands.command(description="Everything there is")
    async def help(self, interaction: discord.Interaction, topic: str | None = None) -> None:
        await interaction.response.send_message(f"Help about {topic or 'everything'} in {interaction.locale.value}")

    @app_commands.command(description="A button that counts")
    async def count(self, interaction: discord.Interaction) -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(Tally(0))
        await interaction.response.send_message("Count with me", view=view)

    @app_commands.command(description="Thinks first")
    async def think(self, interaction: discord.Interaction, seconds: float = 0.05) -> None:
        await interaction.response.defer()
        await asyncio.sleep(seconds)
        image = io.BytesIO()
        Image.new("RGB", (320, 80), "#e2b64a").save(image, "PNG")
        image.seek(0)
        await interaction.followup.send("Thought about it", file=discord.File(image, "card.png", description="A card"))

    @app_commands.command(description="Only for your eyes")
    async def whisper(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message("A secret", ephemeral=True)

    @app_commands.command(description="Asks for a word")
    async def ask(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Form())

    @app_commands.command(description="Fails")
    async def fail(self, interaction: discord.Interaction) -> None:
        raise RuntimeError("on purpose")

    @app_commands.command(description="Never answers")
    async def silence(self, interaction: discord.Interaction) -> None:
        await asyncio.sleep(60)

    @app_commands.command(description="For admins")
    @app_commands.default_permissions(manage_guild=True)
    async def setup(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Set up")


class Translator(app_commands.Translator):
    async def translate(self, string, locale, context):
        if locale is discord.Locale.korean and string.message == "What an artist has won":
            return "아티스트의 수상 기록"
        return None


class LittleBot(commands.AutoShardedBot):
    def __init__(self, database: Path) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            intents=discord.Intents(guilds=True, guild_polls=True),
            help_command=None,
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.path = database
        self.closed = 0
        self.ticks = 0
        self.tree.on_error = self.on_tree_error

    async def on_tree_error(self, interaction: discord.Interaction, error: Exception) -> None:
        if not interaction.response.is_done():
            await interaction.response.send_message("Something went wrong (id 1234).", ephemeral=True)

    async def setup_hook(self) -> None:
        self.database = await aiosqlite.connect(self.path)
        self.add_dynamic_items(Tally)
        await self.tree.set_translator(Translator())
        await self.add_cog(Commands(self))
        self.tick.start()

    @tasks.loop(seconds=0.2)
    async def tick(self) -> None:
        self.ticks += 1

    async def close(self) -> None:
        self.closed += 1
        self.tick.cancel()
        await self.database.close()
        await super().close()
