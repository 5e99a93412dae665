"""Paper: the press below, what papers say, the kinds of document above, and printing."""
