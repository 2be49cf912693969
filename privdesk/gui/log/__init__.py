"""The place of the log: who did what and when, whether it is whole, and its report on paper."""
