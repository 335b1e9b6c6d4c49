"""Subscriptions, and the outbox of deliveries."""
