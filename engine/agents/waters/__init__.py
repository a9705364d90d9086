"""Rising water along a river, dikes that hold or break, and what stands under water."""

from engine.agents.waters.kind import KIND

__all__ = ["KIND"]
