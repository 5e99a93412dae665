"""A text in English, French and Chinese checked against itself: numbers, dates, names, offices and terms."""
