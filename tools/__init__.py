"""Small programs for people who work on Whitecell; no part of the wheel."""
