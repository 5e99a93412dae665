"""The page about objectives with their instruments, and about existing dialogues with what they carry out."""
