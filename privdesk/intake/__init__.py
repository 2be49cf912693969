"""Foreign files become plain facts; everything here distrusts its input."""
