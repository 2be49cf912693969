"""What the desk knows: plain Python, no Qt, no SQL, no files, no clock."""
