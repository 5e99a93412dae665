"""The tables of a dialogue, one module a noun."""
