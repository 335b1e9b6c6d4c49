"""A small catalogue with votes open, coming and closed on 23 November 2026, for what the real one has no case of."""

import shutil
from pathlib import Path

from bot.settings import packaged_data

FILES = {
    "catalogue.toml": 'as_of = "2026-11"\n',
    "artists/all.toml": """\
[[artist]]
id = "aurora"
name = "AURORA"
hangul = "오로라"
kind = "group"
scene = "kpop"
members = ["bora", "nari"]
debut = "2020-11-23"
confidence = "confirmed"
sources = ["https://example.org/aurora"]

[[artist]]
id = "bora"
name = "Bora"
hangul = "보라"
kind = "person"
scene = "kpop"
birthday = "2000-02-29"
debut = "2020-11-23"
confidence = "confirmed"
sources = ["https://example.org/bora"]

[[artist]]
id = "nari"
name = "Nari"
kind = "person"
scene = "kpop"
birthday = "1999-11-25"
debut = "2026-12-01"
confidence = "unverified"

[[artist]]
id = "star"
name = "Far Star"
kind = "person"
scene = "elsewhere"
birthday = "1990-11-26"
confidence = "confirmed"
sources = ["https://example.org/star"]
""",
    "ceremonies/han/ceremony.toml": """\
id = "han"
name = "Han River Awards"
short = "HRA"
hangul = "한강 어워즈"
zone = "Asia/Seoul"
confidence = "confirmed"
sources = ["https://example.org/han"]

[[method]]
kind = "mixed"
summary = "Half a jury, half the fans."
summary_ko = "심사위원과 팬이 절반씩 정합니다."
confidence = "confirmed"
sources = ["https://example.org/han-method"]
""",
    "ceremonies/han/categories.toml": """\
[[category]]
id = "fans-choice"
name = "Fans' Choice"
name_ko = "팬 초이스상"
class = "fan-voted"
wordings = ["worldwide-fans-choice"]
method = "fan-vote"

[[category]]
id = "rookie"
name = "Rookie of the Year"
name_ko = "올해의 신인상"
class = "new-artist"
wordings = ["rookie-of-the-year"]
""",
    "ceremonies/han/2026.toml": """\
year = 2026
date = "2026-12-19/2026-12-20"
place = "Han River Park, Seoul"
status = "announced"
confidence = "confirmed"
sources = ["https://example.org/han-2026"]

[[category]]
id = "worldwide-fans-choice"
name = "Worldwide Fans' Choice"
nominees = [{ artists = ["aurora"] }, { artists = ["star"] }]
nominees_confidence = "confirmed"
nominee_sources = ["https://example.org/ballot"]

[[category]]
id = "rookie-of-the-year"
name = "Rookie of the Year"
nominees = [{ artists = ["star"] }]
nominees_confidence = "confirmed"
nominee_sources = ["https://example.org/ballot"]

[[voting]]
name = "First round"
name_ko = "1차 투표"
opens = "2026-10-01"
closes = "2026-11-10"
confidence = "confirmed"
sources = ["https://example.org/vote-1"]

[[voting]]
name = "Final *round*"
name_ko = "최종 투표"
opens = "2026-11-12"
closes = "2026-11-30"
daily_votes = 3
page = "https://vote.example.org/final"
categories = ["worldwide-fans-choice"]
confidence = "confirmed"
sources = ["https://example.org/vote-2"]

[[voting]]
name = "Live vote"
opens = "2026-12"
closes = { on = "2026-12", status = "expected" }
daily_votes = 1
confidence = "single-source"
sources = ["https://example.org/vote-3"]

[[voting]]
name = "Rumoured round"
closes = "2026-12-24"
confidence = "unverified"
""",
    "ceremonies/sun/ceremony.toml": """\
id = "sun"
name = "Sunset Awards"
short = "SA"
zone = "America/Los_Angeles"
confidence = "confirmed"
sources = ["https://example.org/sun"]

[[method]]
kind = "fan-vote"
summary = "Fans decide."
summary_ko = "팬이 정합니다."
confidence = "confirmed"
sources = ["https://example.org/sun-method"]
""",
    "ceremonies/sun/2026.toml": """\
year = 2026
date = { on = "2026-12-30", status = "expected" }
status = "announced"
confidence = "single-source"
sources = ["https://example.org/sun-2026"]

[[voting]]
name = "Fan vote"
opens = "2026-11-01"
closes = "2026-11-22"
daily_votes = 10
page = "https://sun.example.org"
confidence = "single-source"
sources = ["https://example.org/sun-vote"]
""",
    "ceremonies/sun/2024.toml": """\
year = 2024
date = "2024-12-30"
confidence = "single-source"
sources = ["https://example.org/sun-2024"]

[[voting]]
name = "Old vote"
closes = "2024-11-22"
confidence = "single-source"
sources = ["https://example.org/sun-old"]
""",
    "ceremonies/off/ceremony.toml": """\
id = "off"
name = "Called Off Awards"
short = "COA"
confidence = "confirmed"
sources = ["https://example.org/off"]

[[method]]
kind = "jury"
confidence = "confirmed"
sources = ["https://example.org/off-method"]
""",
    "ceremonies/off/2026.toml": """\
year = 2026
date = "2026-11-28"
status = "cancelled"
confidence = "confirmed"
sources = ["https://example.org/off-2026"]

[[voting]]
name = "A vote for nothing"
closes = "2026-11-27"
confidence = "confirmed"
sources = ["https://example.org/off-vote"]
""",
    "moments/all.toml": """\
[[moment]]
title = "AURORA release Dawn @everyone **loud**"
kind = "release"
date = "2026-11-27"
artists = ["aurora"]
yearly = true
confidence = "confirmed"
sources = ["https://example.org/dawn"]

[[moment]]
title = "AURORA tour some time"
kind = "concert"
date = { on = "2026-11", status = "expected" }
artists = ["aurora"]
confidence = "single-source"
sources = ["https://example.org/tour"]

[[moment]]
title = "A rumour of AURORA"
kind = "other"
date = "2026-11-29"
artists = ["aurora"]
confidence = "unverified"
""",
}


def season(folder: Path) -> Path:
    """Writes the catalogue into `folder`, with the real words beside it, and returns it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(packaged_data() / "locales", folder / "locales")
    return folder
