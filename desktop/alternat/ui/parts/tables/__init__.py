"""What the lists of several pages share: rows, the editors of cells, and searching."""
