"""Many runs of one game: ensembles, comparisons and what they show."""
