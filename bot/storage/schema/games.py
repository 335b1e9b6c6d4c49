"""Games of trivia: who plays, what was asked, who answered."""
