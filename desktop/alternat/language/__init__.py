"""The three languages: labels, catalogs, formats and forms of a name."""
