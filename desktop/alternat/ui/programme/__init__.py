"""The parts of the programme page: its verbs, the session inspector, running late, and the rooms."""
