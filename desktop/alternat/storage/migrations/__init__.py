"""Numbered changes of the tables, one module each, to bring files of earlier versions up to date."""
