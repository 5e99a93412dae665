"""The documents page: options, the live pages, findings, and the ways out."""
