"""FIRST: records computed from results. Pure: facts in, facts out; no clock, no words, nobody ranked below a record."""
