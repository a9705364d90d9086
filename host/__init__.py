"""Seminar rooms: several people at one game."""
