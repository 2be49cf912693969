"""The first start: a few pages that lead to a new desk."""
