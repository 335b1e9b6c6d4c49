"""SECOND: the game a whole server plays: its questions, its rounds, its boards."""
