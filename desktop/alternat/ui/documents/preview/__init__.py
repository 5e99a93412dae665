"""The live preview: real pages of a document, drawn as they will print."""
