"""The calendar page and its parts."""
