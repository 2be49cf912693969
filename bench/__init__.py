"""Benchmarks: each thing we do beside the barest way to do it, in the same run (`python -m bench [name ...]`)."""
