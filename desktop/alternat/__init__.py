"""Alternat, the protocol desk of a two-country dialogue whose annual meeting is hosted by each in turn."""
