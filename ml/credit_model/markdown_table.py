"""A table in Markdown."""


def markdown_table(rows: list[list[str]]) -> str:
    """Lay rows out, the second being the rule that aligns the columns."""
    return '\n'.join('| ' + ' | '.join(row) + ' |' for row in rows)
