"""The window: pages, tables, widgets and dialogs."""
