"""Numbers and addresses as people write them: each module reads one kind into its one form, or says how to mend it."""
