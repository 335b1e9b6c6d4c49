"""SECOND: members' reminders: taken by desk.py, moved by moves.py, sent by rounds.py. None knows Discord."""
