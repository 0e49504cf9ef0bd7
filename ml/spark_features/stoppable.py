"""Lets a person or a scheduler stop the build without leaving half of it behind."""

import signal
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

from pyspark.sql import SparkSession

Result = TypeVar('Result')


def run_stoppable(spark: SparkSession, work: Callable[[], Result]) -> Result:
    """Do work on Spark until it is done, or until SIGINT or SIGTERM.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        Its jobs are cancelled at a signal, so that the work fails and cleans up after itself.
    work : callable
        Runs in a thread of its own: a signal in the thread that waits for the JVM would spoil their connection.

    Returns
    -------
    object
        What the work returns.

    Raises
    ------
    KeyboardInterrupt
        It was stopped, and has ended.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work)
        try:
            return future.result()
        except KeyboardInterrupt:
            _stop(spark, future)
            raise


def _stop(spark: SparkSession, future: Future) -> None:
    while not future.done():
        spark.sparkContext.cancelAllJobs()
        wait([future], timeout=0.5)
