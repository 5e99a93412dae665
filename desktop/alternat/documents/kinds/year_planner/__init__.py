"""The year planner: its months as small calendars, its list of days, its findings."""
