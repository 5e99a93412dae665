"""What stands around the pages: sidebar, header, panels, status bar, welcome screen."""
