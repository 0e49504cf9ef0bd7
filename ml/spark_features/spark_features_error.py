"""The one error that a person who builds features on Spark is meant to read."""


class SparkFeaturesError(Exception):
    """Something in the data, the arguments, the SQL or the machine stops the build.

    The message holds what was found, what was expected and what to do, in that order.
    """


def first_line(error: Exception) -> str:
    """Return what an error of Spark says, without the stack of the JVM."""
    lines = [line for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__
