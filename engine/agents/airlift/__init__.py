"""Aircraft that carry men to a few airfields, and home again."""

from engine.agents.airlift.kind import KIND

__all__ = ["KIND"]
