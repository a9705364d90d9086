"""Widgets: each is told what to show, in plain values, and knows nothing of the game behind it."""
