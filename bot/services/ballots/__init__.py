"""Ballots and ceremony nights: what may be done and what is then true. Knows nothing of Discord's messages."""
