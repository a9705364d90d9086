"""Attacks on sites: targets, fights over them, arms, retaking, and who is hurt."""

from engine.agents.incidents.kind import Incidents

KIND = Incidents()
