"""The host's own men whom contingents free from fixed posts."""

from engine.agents.freed.kind import FreedKind

KIND = FreedKind()
