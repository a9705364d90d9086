"""Levels by place, and the flows between them."""

from engine.agents.field.kind import KIND

__all__ = ["KIND"]
