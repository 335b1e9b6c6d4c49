"""GROUND: state. The only SQL in the house; knows nothing of Discord and nothing of the catalogue."""
