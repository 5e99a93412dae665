"""The change sheet: what it says of each change, and its findings."""
