"""Work on a desk that is killed at any moment, and how the desk must look afterwards."""
