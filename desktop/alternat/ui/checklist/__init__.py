"""The checklist page and its parts."""
