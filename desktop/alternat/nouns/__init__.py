"""What the nouns of the dialogue are: their fields, names and limits, as plain values without rules."""
