"""Tables brought in: the pages of the wizard, the imports so far, the rows that wait."""
