"""The commands of the menus and of the palette, one function each."""
