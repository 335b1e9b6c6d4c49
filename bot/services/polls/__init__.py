"""Polls: what may be asked (drafts), what is done with one (desk), what happens by itself (rounds)."""
