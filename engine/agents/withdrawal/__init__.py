"""The way the troops leave."""

from engine.agents.withdrawal.kind import KIND

__all__ = ["KIND"]
