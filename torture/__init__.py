"""Slow proofs on real desks: killed processes, damaged files, full disks, growth, remnants in memory."""
