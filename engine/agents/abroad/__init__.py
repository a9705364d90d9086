"""Outside parties."""

from engine.agents.abroad.kind import KIND

__all__ = ["KIND"]
