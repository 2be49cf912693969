"""The first page: what waits today, and the deadlines of the next 30 days."""
