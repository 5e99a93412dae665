"""Topics over the years: which meetings dealt with which, and where the gaps are."""
