"""Stocks of goods by place."""

from engine.agents.stocks.kind import KIND

__all__ = ["KIND"]
