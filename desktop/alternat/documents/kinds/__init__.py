"""The kinds of document, each in a module or folder of its own, and the list of them."""
