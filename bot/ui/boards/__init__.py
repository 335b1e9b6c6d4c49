"""Boards and practice as pages: leaderboards, members' numbers, the daily challenge, solo practice, presets."""
