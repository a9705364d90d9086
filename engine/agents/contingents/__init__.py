"""Foreign men who came to guard: from the airfield to a post, and back."""

from engine.agents.contingents.kind import ContingentsKind

KIND = ContingentsKind()
