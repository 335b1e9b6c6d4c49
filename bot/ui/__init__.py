"""THIRD: pieces of Discord that more than one cog uses. Draws results in a reader's words; looks nothing up."""
