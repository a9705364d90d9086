"""Who hears what, how late, and whether it is so."""

from engine.agents.media.kind import KIND

__all__ = ["KIND"]
