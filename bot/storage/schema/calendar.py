"""Servers' own events, members' reminders, feeds and ping roles."""
