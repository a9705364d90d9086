"""Deals between seats: offers put and answered, words kept and broken, credit, and evidence."""
