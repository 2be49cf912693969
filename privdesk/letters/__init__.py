"""Facts and wording become PDF bytes."""
