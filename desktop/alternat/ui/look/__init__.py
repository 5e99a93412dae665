"""How the window looks and speaks: measures, colours, icons, fonts, and the language of the screen."""
