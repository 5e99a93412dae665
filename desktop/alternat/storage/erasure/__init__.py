"""Taking people out of a dialogue for good: of its rows, its history and its backups."""
