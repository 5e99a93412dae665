"""The overview: one card a matter."""
