"""Parts that screens are made of; they know no data and no operations."""
