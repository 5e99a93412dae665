"""The run of show, and what happens at a meeting minute by minute."""
