"""What is wrong with a programme: rules over single sessions and over two at a time, and their engine."""
