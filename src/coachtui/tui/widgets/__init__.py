"""The few widgets everything is drawn with: lines of plain pieces, and the entry line."""
