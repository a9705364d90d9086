"""An alliance that consults on a request for help."""

from engine.agents.alliance.kind import KIND

__all__ = ["KIND"]
