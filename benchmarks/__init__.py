"""What the engine costs, measured beside plainer ways of doing the same."""
