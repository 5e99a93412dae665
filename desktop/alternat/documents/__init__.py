"""Paper: one module a document kind, and the typesetting below them."""
