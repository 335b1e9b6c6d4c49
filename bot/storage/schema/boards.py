"""Points, daily challenges, presets, and how hard questions turned out to be."""
