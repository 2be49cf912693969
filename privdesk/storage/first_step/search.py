"""Step 1: the search index over people, two contentless FTS5 tables that `storage/search.py` reads and fills."""

from alembic.operations import Operations

# every sign belongs to a term; only the space ends one
_SIGNS = "!\"#$%&''''()*+,-./:;<=>?@[\\]^_`{|}~"
_OPTIONS = f"grams, content='', contentless_delete=1, tokenize='ascii tokenchars ''{_SIGNS}'''"


def make(op: Operations) -> None:
    """Make the empty index."""
    connection = op.get_bind()
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE person_pair USING fts5({_OPTIONS})")
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE person_char USING fts5({_OPTIONS}, detail=none)")
