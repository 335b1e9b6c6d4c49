"""What announcements look like, and how they reach Discord."""
