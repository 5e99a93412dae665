"""Badges: what they say, how a label is laid out, sheets of labels, and the test sheet of a stock."""
