"""The page about what meetings agreed and what co-chairs are asked, and how far all of it has come."""
