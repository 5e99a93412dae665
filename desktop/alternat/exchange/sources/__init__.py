"""Files that come from outside, read in a limited process and handed on as plain text in cells."""
