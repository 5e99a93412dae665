"""The programme page: its verbs, the session inspector, running late, rooms, revisions and what is shared."""
