"""The encrypted file: keys, connection, tables, migrations, one module per noun."""
