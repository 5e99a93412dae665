"""The view of what existing dialogues ask of the co-chairs, and what they answer."""
