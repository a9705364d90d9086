"""A request for help from outside."""

from engine.agents.aid.kind import KIND

__all__ = ["KIND"]
