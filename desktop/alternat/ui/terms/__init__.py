"""The page that edits the terms of reference."""
