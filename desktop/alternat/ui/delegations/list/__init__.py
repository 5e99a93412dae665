"""The list of a delegation: its rows, its columns, its filters and its editors."""
