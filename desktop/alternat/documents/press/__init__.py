"""What any paper needs, whatever is printed: text that is set, tables, pages, stocks, fonts, the PDF."""
