"""The pure rules of the game: questions, matching, rounds, scoring. No Discord, no storage, no clock."""
