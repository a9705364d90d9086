"""The state's own men: garrisons that guard and police, and a reserve that travels."""

from engine.agents.security.kind import SecurityKind

KIND = SecurityKind()
