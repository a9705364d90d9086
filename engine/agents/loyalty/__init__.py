"""How loyal the apparatus is, place by place, and what a word of backing does to it."""

from engine.agents.loyalty.kind import LoyaltyKind

KIND = LoyaltyKind()
