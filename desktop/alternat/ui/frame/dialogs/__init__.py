"""Dialogs about the dialogue as a whole and about the program."""
