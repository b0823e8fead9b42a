"""Answers → matrix and findings: the rules of contract §3. No file, no sheet, no drawing."""
