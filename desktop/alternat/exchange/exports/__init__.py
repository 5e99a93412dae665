"""The programme leaving the desk: one allow-list of what may, and one module a format."""
