"""The same model as a first draft of it would be: a SimPy process for each city and each site.

The equations are those of the kinds `security`, `unrest` and `incidents` with their default
parameters, number by number in plain Python. Whoever looks at other cities goes through them in a
loop. There is no journal, no cause, no audience, no copy and no other luck for the same game.
"""
