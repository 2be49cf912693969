"""A day of work with made-up customers whose every value stands nowhere else, and the search for what it left."""
