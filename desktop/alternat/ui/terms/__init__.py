"""The parts of the page that edits the terms of reference."""
