"""Scenarios, as data: one folder each, read by the engine and never imported."""
