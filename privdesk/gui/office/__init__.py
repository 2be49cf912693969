"""The place Office: what the desk says of the office, who works there, and by which rules."""
