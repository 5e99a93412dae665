"""Findings wherever they show: as rows, in a list, and the way to what they are about."""
