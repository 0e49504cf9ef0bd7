"""Compares what Spark wrote with what DuckDB wrote, value by value."""

from pathlib import Path

import duckdb

TOLERANCE = 1e-9


def find_differences(expected: Path, found: Path) -> list[str]:
    """Return what differs between the tables of two folders, nothing when all rows are the same.

    Doubles may differ by `TOLERANCE`, relative where they are larger than 1 and absolute below; rows, their order,
    nulls, types and everything else not at all.
    """
    files = sorted(path.name for path in expected.glob('*.parquet'))
    if files != sorted(path.name for path in found.glob('*.parquet')):
        return [f'other files than {files}']
    with duckdb.connect(config={'threads': 1}) as database:
        return [
            f'{file}: {difference}'
            for file in files
            for difference in _compare(database, expected / file, found / file)
        ]


def _compare(database: duckdb.DuckDBPyConnection, expected: Path, found: Path) -> list[str]:
    for name, path in (('expected', expected), ('found', found)):
        database.execute(
            f"create or replace view {name} as select *, row_number() over () as line from read_parquet('{path}')"
        )
    columns = [row[:2] for row in database.execute('describe expected').fetchall()]
    if columns != [row[:2] for row in database.execute('describe found').fetchall()]:
        return ['other columns or types']
    counts = [f'count(*) filter ({_differs(name, kind)})' for name, kind in columns]
    values = database.execute(
        f'select {", ".join(counts)} from expected e full join found f using (line)'
    ).fetchone()
    return [f'{name} differs in {rows} rows' for (name, _), rows in zip(columns, values, strict=True) if rows]


def _differs(name: str, kind: str) -> str:
    if kind != 'DOUBLE':
        return f'e."{name}" is distinct from f."{name}"'
    nulls = f'(e."{name}" is null) <> (f."{name}" is null)'
    return f'{nulls} or abs(e."{name}" - f."{name}") > {TOLERANCE} * greatest(1, abs(e."{name}"))'
