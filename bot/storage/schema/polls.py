"""Polls, their votes, brackets and debates."""
