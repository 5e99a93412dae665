"""The map of the follow-up: what hangs together, from outcomes by way of dialogues to objectives."""
