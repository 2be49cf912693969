"""Sets text on A4 pages and writes them as PDF; knows nothing of letters."""
