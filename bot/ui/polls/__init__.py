"""Polls as Discord shows them: panels, results, forms, and what their buttons do."""
