"""The change journal: every step with the images of its rows, for undo, redo, audit and checking."""
