"""Judgements and model equations: pure functions of numbers, tested without a clock.

Nothing here knows the world, the time or a scenario, and luck comes only from a dice or a draw
that is passed in.
Units, unless a name says otherwise: hours, per hour, kilometres, people, shares from 0 to 1.
"""
