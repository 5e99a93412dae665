"""From a file or an address to a desk, and back: opening, making, backing up and closing a dialogue."""
