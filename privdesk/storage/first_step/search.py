"""Step 1: the search index over people, a contentless FTS5 table that `storage/search.py` reads and fills."""

from alembic.operations import Operations

# every sign belongs to a term; only the space ends one
_SIGNS = "!\"#$%&''''()*+,-./:;<=>?@[\\]^_`{|}~"
_OPTIONS = f"grams, content='', contentless_delete=1, tokenize='ascii tokenchars ''{_SIGNS}'''"


def make(op: Operations) -> None:
    """Make the empty index."""
    op.get_bind().exec_driver_sql(f"CREATE VIRTUAL TABLE person_gram USING fts5({_OPTIONS})")
