"""Opens Spark: on this machine, or as a client of a cluster."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from spark_features.java import require_java
from spark_features.spark_features_error import SparkFeaturesError, first_line

# Fail on overflow and on division by zero, where DuckDB fails or gives an infinity that the build refuses.
MEANING = {'spark.sql.ansi.enabled': 'true', 'spark.sql.caseSensitive': 'false'}
QUIET = {'spark.ui.showConsoleProgress': 'false'}
LOCAL = {
    'spark.driver.host': '127.0.0.1',
    'spark.driver.bindAddress': '127.0.0.1',
    'spark.driver.memory': '2g',
    'spark.sql.shuffle.partitions': '8',
    'spark.ui.enabled': 'false',
}


@contextmanager
def open_spark(master: str, settings: dict[str, str] | None = None) -> Iterator[SparkSession]:
    """Open a session and stop it afterwards.

    Parameters
    ----------
    master : str
        ``local[*]``, ``spark://…``, ``yarn``, ``k8s://…``.
    settings : dict, optional
        Spark's own settings; they win over spark-defaults.conf and over ours.

    Yields
    ------
    pyspark.sql.SparkSession
        Reads and writes nothing yet. A local one listens on the loopback address alone.

    Raises
    ------
    SparkFeaturesError
        There is no fit Java, or Spark does not start with that master.
    """
    java = require_java()
    _hush()
    local = master.startswith('local')
    if local:
        os.environ.setdefault('SPARK_LOCAL_IP', '127.0.0.1')
    builder = SparkSession.builder.appName('credit-advisor features').master(master)
    for name, value in {**QUIET, **(LOCAL if local else {}), **(settings or {}), **MEANING}.items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
    except (PySparkException, Py4JError) as error:
        raise SparkFeaturesError(
            f'found no Spark to work with at {master} on Java {java} ({first_line(error)}); expected a local master '
            'or a running cluster of the same Spark version. Check --master, --conf and docs/spark.md.'
        ) from error
    try:
        yield spark
    finally:
        spark.stop()


def _hush() -> None:
    """Keep Spark's log to errors, unless the machine has settings of its own."""
    if not {'SPARK_HOME', 'SPARK_CONF_DIR'} & os.environ.keys():
        os.environ['SPARK_CONF_DIR'] = str(Path(__file__).with_name('conf'))
    # It repeats every error with the JVM's whole stack.
    logging.getLogger('SQLQueryContextLogger').disabled = True
