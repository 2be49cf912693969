"""A small made-up office on a real desk, for proofs that damage its files and fill its disk."""
