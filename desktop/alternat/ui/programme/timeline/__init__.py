"""The timeline: a day of the programme with rooms as columns and time downwards."""
