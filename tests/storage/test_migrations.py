"""An older file is brought up to date after a verified copy, or stays exactly as it was."""

import pytest
import sqlalchemy as sa

from privdesk.domain.errors import NewerProgram
from privdesk.storage import connection, keys, log_seeds, log_state, mark, migrations
from privdesk.storage.opening import Terms, create
from privdesk.storage.tables import METADATA
from tests.storage.made_desk import CANARY, PASSWORD, everything_in, first_table

COPY = "data.db.before-2"
INDEX = ("person_gram",)
TRIGGERS = {
    *((table, f"{table}_{does}") for table in ("audit", "log_segment") for does in ("grows", "no_update", "no_delete")),
    *(("letter", f"letter_{does}") for does in ("kept", "frozen", "single", "alone")),
}


def add_nest(op):
    op.create_table("nest", sa.Column("tree", sa.Text))
    op.bulk_insert(sa.table("nest", sa.column("tree", sa.Text)), [{"tree": "oak"}])


def add_and_fail(op):
    op.create_table("half", sa.Column("a", sa.Text))
    op.drop_table("bird")
    raise LookupError("a bug in the step")


def make_orphans(op):
    op.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
    op.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent (id))")
    op.execute("INSERT INTO child VALUES (1, 99)")


def names_in(vault):
    with vault.reader.connect() as conn:
        return {row[0] for row in conn.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def schema_of(conn):
    """Every table with its columns, keys and indexes, as SQLite itself tells it; without the search index."""
    tables = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    own = [(name, sql) for name, sql in conn.exec_driver_sql(tables) if not name.startswith(INDEX)]
    return {name: {"keeps ids": "AUTOINCREMENT" in sql, **table_of(conn, name)} for name, sql in own}


def table_of(conn, name):
    def told(pragma, of):
        return [tuple(row) for row in conn.exec_driver_sql(f"PRAGMA {pragma}('{of}')")]

    return {
        "columns": sorted(row[1:] for row in told("table_info", name)),
        "keys": sorted(row[2:] for row in told("foreign_key_list", name)),
        "indexes": sorted(
            (*row[1:4], *(part[2] for part in told("index_info", row[1]))) for row in told("index_list", name)
        ),
    }


def version_of(vault):
    with vault.reader.connect() as conn:
        return conn.exec_driver_sql("PRAGMA user_version").scalar()


def test_a_step_is_taken_once_after_an_encrypted_copy(desk):
    steps = (first_table, add_nest)
    vault = desk.open(steps=steps)
    assert {"bird", "nest"} <= names_in(vault)
    assert version_of(vault) == 2
    opening = vault.rings.get("opening", 1)
    copied = connection.connect(desk.folder / COPY, keys.database_key(opening), read_only=False)
    assert copied.execute("SELECT name FROM bird").fetchall() == [(CANARY,)]
    assert copied.execute("PRAGMA user_version").fetchone() == (1,)
    assert copied.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'nest'").fetchone() == (0,)
    copied.close()
    content = (desk.folder / COPY).read_bytes()
    assert not content.startswith(connection.PLAIN_SQLITE)
    assert CANARY.encode() not in content
    assert (desk.folder / COPY).stat().st_mode & 0o777 == 0o600
    assert vault.integrity() == []
    vault.close()
    again = desk.open(steps=steps)
    assert not (desk.folder / COPY).exists()
    again.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(desk):
    with pytest.raises(LookupError):
        desk.open(steps=(first_table, add_nest, add_and_fail))
    vault = desk.open(steps=(first_table, add_nest))
    assert names_in(vault) >= {"bird", "nest"}
    assert "half" not in names_in(vault)
    assert version_of(vault) == 2
    vault.close()


def test_a_step_that_leaves_orphans_is_taken_back(desk):
    with pytest.raises(RuntimeError, match="1 rows without their parent"):
        desk.open(steps=(first_table, make_orphans))
    vault = desk.open()
    assert version_of(vault) == 1
    assert "child" not in names_in(vault)
    vault.close()


def test_a_copy_left_half_by_a_kill_is_made_anew(desk):
    (desk.folder / COPY).write_bytes(b"half a copy")
    vault = desk.open(steps=(first_table, add_nest))
    opening = vault.rings.get("opening", 1)
    copied = connection.connect(desk.folder / COPY, keys.database_key(opening))
    assert connection.faults(copied) == []
    copied.close()
    vault.close()


def test_a_file_of_a_newer_program_is_refused_and_not_touched(desk):
    desk.open(steps=(first_table, add_nest)).close()
    (desk.folder / COPY).unlink()
    before = everything_in(desk.folder)
    with pytest.raises(NewerProgram):
        desk.open()
    assert everything_in(desk.folder) == before


def test_foreign_keys_are_on_again_afterwards(desk):
    def family(op):
        op.create_table("parent", sa.Column("id", sa.Integer, primary_key=True))
        op.create_table("child", sa.Column("parent", sa.Integer, sa.ForeignKey("parent.id")))

    vault = desk.open(steps=(first_table, family))
    with pytest.raises(sa.exc.IntegrityError), vault.writer.begin() as conn:
        conn.exec_driver_sql("INSERT INTO child VALUES (7)")
    vault.close()


def reopened(vault):
    """The file itself, without what a desk's connection is forbidden."""
    opening = vault.rings.get("opening", 1).copy()
    vault.close()
    return connection.connect(vault.folder / "data.db", keys.database_key(opening))


@pytest.fixture
def own(tmp_path):
    vault, _ = create(tmp_path / "own.privdesk", "hana", PASSWORD, terms=Terms(cost=keys.FLOOR, ballast=0))
    yield vault
    vault.close()


def test_the_programs_own_steps_make_the_declared_schema(own):
    declared = sa.create_engine("sqlite://", poolclass=sa.StaticPool)
    with declared.begin() as conn:
        for metadata in (METADATA, mark._mark.metadata, log_state._state.metadata, log_seeds._seed.metadata):
            metadata.create_all(conn)
        expected = schema_of(conn)
    declared.dispose()
    assert version_of(own) == len(migrations.STEPS)
    assert own.integrity() == []
    raw = reopened(own)
    with connection.engine(raw).connect() as conn:
        assert schema_of(conn) == expected
    raw.close()


def test_the_programs_own_steps_make_what_no_table_can_declare(own):
    triggers = "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'trigger'"
    virtual = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    with own.reader.connect() as conn:
        assert {tuple(row) for row in conn.exec_driver_sql(triggers)} == TRIGGERS
        assert set(conn.exec_driver_sql(virtual).scalars()) == set(INDEX)
