"""The window in floors: its look, the desk, the parts of pages, the pages, and the frame around them."""
