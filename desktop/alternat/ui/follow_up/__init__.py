"""The page about what existing dialogues ask of the co-chairs, and what they answer."""
