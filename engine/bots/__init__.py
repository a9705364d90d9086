"""Seats played by rule, through the same door as people."""
