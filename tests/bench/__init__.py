"""What Laurel costs beside a bot that answers with a constant, measured in one run (`make bench`)."""
