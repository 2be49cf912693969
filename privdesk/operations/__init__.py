"""What a user can see and do: one function each, one transaction each, first argument a Desk."""
