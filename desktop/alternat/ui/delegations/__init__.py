"""The delegations page: its list, its filters, its commands, and the notes above the list."""
