"""The simulation: a scenario in, a journal out; it knows no screen and no scenario."""
