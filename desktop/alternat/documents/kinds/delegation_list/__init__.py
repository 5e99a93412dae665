"""The delegation list: what it says, its rows, its findings."""
