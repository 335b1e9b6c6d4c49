"""How a game of trivia is shown: its pages, its buttons, its forms."""
