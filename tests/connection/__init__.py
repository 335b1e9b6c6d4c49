"""The bot as its users run it: a process of its own that talks to a Discord over sockets."""
