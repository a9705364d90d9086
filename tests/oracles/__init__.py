"""Closed forms and small models with known answers, against which the engine's code is tested."""
