"""Lists of sessions, read row by row into a plan that is looked at before anything is written."""
