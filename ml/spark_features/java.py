"""Makes sure of the Java that Spark runs on."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from spark_features.spark_features_error import SparkFeaturesError

OLDEST = 17
REMEDY = 'Install it (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME to one, and run this again.'


def require_java() -> int:
    """Look for the Java that Spark will start: JAVA_HOME's, or the first on the PATH.

    Returns
    -------
    int
        Its major version.

    Raises
    ------
    SparkFeaturesError
        There is none, it doesn't start, or it is older than Spark needs.
    """
    home = os.environ.get('JAVA_HOME')
    java = str(Path(home) / 'bin' / 'java') if home else shutil.which('java')
    expected = f'expected Java {OLDEST} or newer, which Spark runs on. {REMEDY}'
    if java is None:
        raise SparkFeaturesError(f'found no Java, neither by JAVA_HOME nor on the PATH; {expected}')
    try:
        told = subprocess.run([java, '-version'], capture_output=True, text=True, check=True).stderr
    except (OSError, subprocess.CalledProcessError) as error:
        raise SparkFeaturesError(f'found {java}, which does not start ({error}); {expected}') from error
    version = re.search(r'version "(?:1\.)?(\d+)', told)
    if version is None or int(version[1]) < OLDEST:
        line = told.splitlines()[0] if told else 'no version'
        raise SparkFeaturesError(f'found {java}, which says {line}; {expected}')
    return int(version[1])
