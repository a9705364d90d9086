"""Those who govern."""

from engine.agents.government.kind import KIND

__all__ = ["KIND"]
