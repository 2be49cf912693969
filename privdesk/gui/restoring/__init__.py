"""A backup becomes a desk again: the pages that lead there from the unlock page."""
