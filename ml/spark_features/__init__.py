"""Builds the features of db/features on Spark: the same SQL, the same rows as DuckDB's."""
