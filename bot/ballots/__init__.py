"""The pure rules of predictions and polls: picks, locks, scoring, ties, corrections. No Discord, no storage."""
