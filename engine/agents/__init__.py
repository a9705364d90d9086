"""Kinds of agents, one package each; none imports another."""
