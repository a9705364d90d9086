"""What choices a scenario really offers: played many times by its bots, and counted."""
