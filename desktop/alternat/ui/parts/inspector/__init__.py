"""What stands in the panel beside a page: sections, and rows with one field each."""
