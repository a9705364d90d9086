"""A ladder of demands."""

from engine.agents.demands.kind import KIND

__all__ = ["KIND"]
