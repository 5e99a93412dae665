"""Every write, as a named verb inside one change of the workspace."""
