"""Invulbladen spoiled at random, a few hundred at each run and any number by hand: no answer may vanish unseen.

`ACTIEPLAN_MUTATIES=20000 ACTIEPLAN_ZAAD=7 pytest tests/mutaties` tries twenty thousand from seed 7 on;
`PYTHONPATH=tests python -m mutaties 1234` tells of one seed, and leaves its file to look at.
"""
