"""Dialogs, for acts on whole files and for import only."""
