"""Moves as a format plays them: when they open, what may be ordered in them, slips and aims."""
