"""Two sides along a line: postures, incidents that provoke others, and truces."""

from engine.agents.frontier.kind import KIND

__all__ = ["KIND"]
