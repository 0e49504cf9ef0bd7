"""One Spark for all: starting the JVM costs more than the small builds themselves.

Run by the environment that has pyspark, without the fixtures of training's tests:
``ml/.venv-spark/bin/python -m pytest ml/tests/spark --confcutdir ml/tests/spark``.
"""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from spark_features.plan import Plan, parse_plan
from spark_features.session import open_spark

REPOSITORY = Path(__file__).resolve().parents[3]
NODE = os.environ.get('NODE_EXECUTABLE') or str(REPOSITORY / 'node_modules' / '.bin' / 'node')
# Small builds are mostly compilation: the quick compiler halves them.
SETTINGS = {
    'spark.driver.extraJavaOptions': '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
    'spark.driver.memory': '1g',
    'spark.sql.shuffle.partitions': '2',
}
MASTER = 'local[2]'


def run_node(*arguments: str, data_dir: Path | None = None) -> str:
    """Run one of the repository's commands and return what it prints."""
    environment = {**os.environ, **({'DATA_DIR': str(data_dir)} if data_dir else {})}
    finished = subprocess.run(
        [NODE, *arguments], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


@pytest.fixture(scope='session')
def spark() -> Iterator[SparkSession]:
    with open_spark(MASTER, SETTINGS) as session:
        yield session


@pytest.fixture(scope='session')
def plan() -> Plan:
    return parse_plan(run_node('ml/features-spark.ts', '--print-plan'))
