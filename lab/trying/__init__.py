"""A scenario tried out: bots play it many times, and what they never reached is listed."""
