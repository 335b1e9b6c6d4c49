"""How ballots and ceremony nights look: the wizard, the panels, the console, and every post."""
