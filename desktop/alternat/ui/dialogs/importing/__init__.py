"""The steps of the dialog that imports a list of people: source, columns, check."""
