"""Screens: each takes what a seat knows and lays widgets out; only the app holds a session."""
