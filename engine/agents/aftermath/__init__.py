"""What a crisis leaves behind."""

from engine.agents.aftermath.kind import KIND

__all__ = ["KIND"]
