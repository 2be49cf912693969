"""The place of the letters: what was issued, printed, sent, and came back."""
