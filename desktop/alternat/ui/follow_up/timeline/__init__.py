"""The timeline of the follow-up: outcomes over the years."""
