"""Announcements: what falls due becomes deliveries (expander), and deliveries become messages (announcer)."""
