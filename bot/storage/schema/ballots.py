"""Ballots, picks, results and ceremony nights."""
