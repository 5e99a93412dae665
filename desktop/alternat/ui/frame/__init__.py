"""What stands around the pages: sidebar, header, panels, commands, status bar, welcome screen."""
