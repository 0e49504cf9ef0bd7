"""A FastMCP server with one tool, `scoreClient`, over the product's own model and store: the bench's peer.

Usage: python fastmcp_server.py DATA_DIR BUNDLE_DIR PORT
"""

import json
import sqlite3
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from fastmcp import FastMCP

data_dir, bundle_dir, port = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
manifest = json.loads((bundle_dir / 'manifest.json').read_text())
decision = manifest['decision']

connection = sqlite3.connect(f'file:{data_dir / "store.sqlite"}?mode=ro', uri=True, check_same_thread=False)
positions = dict(connection.execute('select name, position from features'))
selected = np.array([positions[name] for name in manifest['features']])
# What the model computes itself is looked up here, computed beforehand: the peer is spared that work.
own_columns = [
    np.frombuffer(data, dtype='<f4')
    for (data,) in connection.execute(
        "select data from client_columns join features on client_columns.name = 'feature:' || features.name "
        'where computed_by_model order by position'
    )
]
client_ids = [row[0] for row in connection.execute('select client_id from clients order by client_id')]
own_features = dict(zip(client_ids, np.column_stack(own_columns), strict=True)) if own_columns else {}

options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
session = onnxruntime.InferenceSession(bundle_dir / 'model.onnx', options, providers=['CPUExecutionProvider'])

server = FastMCP('peer')


@server.tool
def scoreClient(clientId: int, language: str = 'fr') -> dict:
    """Score a client."""
    row = connection.execute(
        'select feature_values from client_features where client_id = ?', (clientId,)
    ).fetchone()
    if row is None:
        raise ValueError(f'Client {clientId} is unknown')
    stored = np.frombuffer(row[0], dtype='<f4')
    features = np.concatenate([stored, own_features.get(clientId, [])]).astype(np.float32)[selected][None, :]
    raw_score, probability = session.run(
        [manifest['model']['rawScoreOutputName'], manifest['model']['probabilityOutputName']],
        {manifest['model']['inputName']: features},
    )
    probability_of_default = float(probability[0, 0])
    bounds = decision['riskClassUpperBounds']
    return {
        'clientId': clientId,
        'probabilityOfDefault': probability_of_default,
        'probabilityOfRepayment': 1 - probability_of_default,
        'rawScoreLogOdds': float(raw_score[0, 0]),
        'decisionThreshold': decision['threshold'],
        'advice': 'refuse' if probability_of_default >= decision['threshold'] else 'grant',
        'riskClass': 'ABCDE'[sum(probability_of_default >= bound for bound in bounds)],
    }


server.run(
    transport='http',
    host='127.0.0.1',
    port=port,
    path='/mcp',
    stateless_http=True,
    json_response=True,
    show_banner=False,
    log_level='ERROR',
)
