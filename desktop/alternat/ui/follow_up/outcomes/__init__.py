"""The views of outcomes: as a table and as a board, with the sheet of what is selected."""
