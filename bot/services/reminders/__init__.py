"""SECOND: members' reminders: taken by desk.py, sent by rounds.py. Neither knows Discord."""
