"""The follow-up as a workbook: the way out, and the way back in."""
