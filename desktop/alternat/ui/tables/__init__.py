"""Qt models of the lists in the window, with their columns, filters and cell editors."""
