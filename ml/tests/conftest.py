"""Small made-up portfolios; no test reads a real client."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from credit_model.fairness_groups import FairnessGroups
from credit_model.load import TrainingTable
from credit_model.training import TrainingRun, train_model

NAMES = (
    'external_score_mean',
    'credit_to_annuity_ratio',
    'age_years',
    'children_count',
    'bureau_debt',
    'late_share',
)
COLUMNS_ONLY = {'client_id': [1], 'window': ['train'], 'target': [1], 'age_years': [30.0]}
CATALOG = """
features:
  - { name: external_score_mean, sources: [application_train.EXT_SOURCE_1] }
  - { name: bureau_debt, sources: [bureau.AMT_CREDIT_SUM_DEBT, application_train.AMT_CREDIT] }
  - { name: late_share, sources: [installments_payments.DAYS_INSTALMENT] }
"""


def make_clients(count: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Make float32 features with gaps and the defaults that they cause."""
    generator = np.random.default_rng(seed)
    features = np.column_stack(
        [
            generator.beta(2, 2, count),
            generator.normal(20, 6, count),
            generator.uniform(20, 69, count),
            generator.poisson(0.6, count),
            generator.exponential(50_000, count),
            generator.beta(1, 8, count),
        ]
    ).astype(np.float32)
    log_odds = -3 - 8 * (features[:, 0] - 0.5) - 0.04 * (features[:, 2] - 45) + 4 * features[:, 5]
    target = (generator.random(count) < 1 / (1 + np.exp(-log_odds))).astype(np.int8)
    features[generator.random(features.shape) < 0.15] = np.nan
    features[:, 2] = np.nan_to_num(features[:, 2], nan=40)
    return features, target


def make_table(count: int = 1500, seed: int = 1) -> TrainingTable:
    """Make a table as `load_training_table` gives it."""
    features, target = make_clients(count, seed)
    ids = np.arange(100_001, 100_001 + count)
    return TrainingTable(features, target, NAMES, ('constant',), 'demo-test', 'demo', 'train', client_ids=ids)


def make_groups(table: TrainingTable) -> FairnessGroups:
    """Make groups of which only the age bands tell anything, as `load_fairness_groups` gives them."""
    age = table.features[:, table.names.index('age_years')]
    position = np.arange(len(age))
    return {
        'sex': np.where(position % 3 == 0, 'male', 'female').astype(object),
        'ageBand': np.where(age < 45, '35-44', '45-54').astype(object),
        'familyStatus': np.where(position % 2 == 0, 'Married', 'Widow').astype(object),
    }


def write_features(path: Path, columns: dict[str, list]) -> Path:
    """Write a features.parquet."""
    pq.write_table(pa.table(columns), path)
    return path


@pytest.fixture(scope='session')
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp('catalog') / 'catalog.yml'
    path.write_text(CATALOG, encoding='utf-8')
    return path


@pytest.fixture(scope='session')
def table() -> TrainingTable:
    return make_table()


@pytest.fixture(scope='session')
def run(table: TrainingTable, catalog: Path, tmp_path_factory: pytest.TempPathFactory) -> TrainingRun:
    bundles = tmp_path_factory.mktemp('bundles')
    return train_model(table, bundles, 7, catalog, quick=True, groups=make_groups(table))
