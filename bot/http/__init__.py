"""THIRD: what Laurel answers over HTTP: the calendar feed. Off unless the operator switches it on."""
