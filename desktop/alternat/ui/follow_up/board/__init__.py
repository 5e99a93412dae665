"""The view of outcomes as a board, with a column for each state."""
