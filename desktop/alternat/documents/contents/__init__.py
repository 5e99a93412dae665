"""What papers of a meeting say before a kind lays it out: what is gathered, titles, texts, findings."""
