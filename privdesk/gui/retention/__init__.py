"""The place of retention: the dashboard, the due list, holds and rules."""
