"""People who leave before danger, where they are taken in, and who is left."""

from engine.agents.evacuation.kind import KIND

__all__ = ["KIND"]
