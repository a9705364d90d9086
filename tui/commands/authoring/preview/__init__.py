"""A scenario on one page: its map, its times, what goes on, and what each seat reads."""
