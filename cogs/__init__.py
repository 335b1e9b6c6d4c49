"""ROOF: slash commands, thin. Every module here is loaded by its name; none imports another."""
