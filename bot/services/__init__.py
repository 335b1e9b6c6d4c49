"""SECOND: use cases. Each takes storage, catalogue and clock and returns plain results; none knows Discord."""
