"""A queue of ships for stands."""

from engine.agents.queue.kind import KIND

__all__ = ["KIND"]
