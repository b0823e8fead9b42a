"""Spreadsheets that have nothing to do with us: `controleren` says so in a sentence, and never falls over.

`ACTIEPLAN_VREEMD=MAP pytest tests/vreemd` tries every file in that folder and the folders in it, whatever it is.
"""
