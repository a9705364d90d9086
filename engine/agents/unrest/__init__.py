"""The people on the streets: contagion over all places, two wings, demands and concessions."""

from engine.agents.unrest.kind import Unrest

KIND = Unrest()
