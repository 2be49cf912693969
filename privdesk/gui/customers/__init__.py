"""The place of the customers: the list, the record, entering and changing, imports, mailing lists."""
