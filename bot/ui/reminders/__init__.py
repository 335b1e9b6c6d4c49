"""THIRD: how reminders look and how they reach Discord."""
