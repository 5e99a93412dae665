"""Lists of people: what their columns mean, whom their rows describe, and in which words they say it."""
