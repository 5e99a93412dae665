"""The sub-groups page: list, editor, consents, topics by consultation, and the board."""
