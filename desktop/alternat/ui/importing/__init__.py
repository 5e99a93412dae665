"""The dialogs that import people and sessions from a list: source, columns, check."""
