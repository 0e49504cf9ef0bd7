"""Files beside Spark's tables, wherever they lie: this machine's disk, HDFS, an object store."""

from pathlib import Path

from pyspark.sql import SparkSession


def locate(folder: str) -> str:
    """Return a folder as an address: a path without a scheme is one of this machine (and of every worker's)."""
    return folder.rstrip('/') if '://' in folder else f'file://{Path(folder).resolve()}'


class Folder:
    """A folder through Hadoop's file systems, which Spark itself reads and writes by.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        Gives the file systems that it is set up for.
    address : str
        As `locate` gives it.
    """

    def __init__(self, spark: SparkSession, address: str) -> None:
        self.address = address
        self._spark = spark
        self._jvm = spark.sparkContext._jvm
        system = self._path('').getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
        # The local one would leave a checksum beside each file.
        local = address.startswith('file:')
        self._system = system.getRawFileSystem() if local else system

    def exists(self, name: str) -> bool:
        """Tell whether there is a file or folder of that name."""
        return self._system.exists(self._path(name))

    def read_text(self, name: str) -> str:
        """Read a small text file whole."""
        rows = self._spark.read.text(f'{self.address}/{name}', wholetext=True).collect()
        return rows[0][0] if rows else ''

    def write_text(self, name: str, text: str) -> None:
        """Write a small text file; one of that name is replaced."""
        stream = self._system.create(self._path(name), True)
        try:
            stream.write(bytearray(text, 'utf-8'))
        finally:
            stream.close()

    def remove(self, name: str) -> None:
        """Remove a file, or a folder with all it holds; nothing happens when there is none."""
        self._system.delete(self._path(name), True)

    def move(self, source: str, target: str) -> None:
        """Rename within the folder; a file at the target is replaced."""
        self._system.mkdirs(self._path(target).getParent())
        self.remove(target)
        if not self._system.rename(self._path(source), self._path(target)):
            raise OSError(f'{self.address}/{source} could not be renamed to {target}')

    def find(self, pattern: str) -> list[str]:
        """Return the names, from this folder, that match a pattern such as ``table/part-*.parquet``."""
        found = self._system.globStatus(self._path(pattern)) or []
        folder = pattern.rpartition('/')[0]
        return [f'{folder}/{status.getPath().getName()}' for status in found]

    def _path(self, name: str):
        return self._jvm.org.apache.hadoop.fs.Path(f'{self.address}/{name}' if name else self.address)
