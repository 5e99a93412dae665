"""What the documents page is put together from: options, the live pages, findings, and the ways out."""
