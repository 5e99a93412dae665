"""The parts of the delegations page: its filters, its commands, and the notes above the list."""
