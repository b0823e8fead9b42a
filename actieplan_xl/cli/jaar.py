"""The commands around a round, in the course of a year: remind, send, compare, extend (contract §4).

What a command does is imported inside it, so that `actieplan --help` is there at once.
"""
