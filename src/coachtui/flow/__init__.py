"""Where we are in a conversation: spots, next, back, rounds, and offers. Pure functions, which move nobody.

Floor 2. May use: session, framework and floor 0. Knows neither the disk nor the store.
"""
