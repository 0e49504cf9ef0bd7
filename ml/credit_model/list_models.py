"""``npm run ml:list``: which models there are, what they were trained on, how good they are, which one serves."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from credit_model.bundle import MANIFEST, RUN, is_whole
from credit_model.champion import find_champion
from credit_model.find_bundle import list_bundles
from credit_model.locations import REPOSITORY_BUNDLES, resolve_data_dir


def list_models(own: Path, committed: Path) -> list[dict[str, Any]]:
    """List the bundles of DATA_DIR and those committed with the code.

    Parameters
    ----------
    own, committed : Path
        The two folders of bundles.

    Returns
    -------
    list of dict
        ``modelVersion``, ``trainedAt``, ``dataVersion``, ``origin``, ``clients``, ``auc``, ``costPerClient``,
        ``champion`` (it serves), ``whole`` (every file is what its manifest says) and ``place``; the newest first.
    """
    own_champion, committed_champion = find_champion(own), find_champion(committed)
    rows = [_describe(bundle, 'data', bundle.name == own_champion) for bundle in list_bundles(own)]
    listed = {row['modelVersion'] for row in rows}
    rows += [
        _describe(bundle, 'repo', own_champion is None and bundle.name == committed_champion)
        for bundle in list_bundles(committed)
        if bundle.name not in listed
    ]
    return sorted(rows, key=lambda row: row['trainedAt'], reverse=True)


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments : list of str, optional
        The command line's unless given.

    Returns
    -------
    int
        The exit code, 0.
    """
    options = _parser().parse_args(arguments)
    models = list_models(resolve_data_dir() / 'bundles', REPOSITORY_BUNDLES)
    if options.json:
        print(json.dumps(models))
        return 0
    width = max([len(model['modelVersion']) for model in models], default=12)
    print(f'  {"version":<{width}}  {"trained":<20}  {"clients":>9}  {"AUC":>6}  {"cost":>6}  data')
    for model in models:
        mark = '*' if model['champion'] else ' '
        note = '' if model['whole'] else '  DAMAGED'
        print(
            f'{mark} {model["modelVersion"]:<{width}}  {model["trainedAt"]:<20}  {model["clients"]:>9,}  '
            f'{model["auc"]:.4f}  {model["costPerClient"]:.4f}  {model["dataVersion"]} ({model["place"]}){note}'
        )
    print('* the champion, which serves; (data): DATA_DIR/bundles, (repo): committed with the code')
    return 0


def _describe(bundle: Path, place: str, is_champion: bool) -> dict[str, Any]:
    manifest = json.loads((bundle / MANIFEST).read_text(encoding='utf-8'))
    trained_on, metrics = manifest['trainingData'], manifest['metrics']
    return {
        'modelVersion': bundle.name,
        'trainedAt': _trained_at(bundle),
        'dataVersion': trained_on['dataVersion'],
        'origin': trained_on['origin'],
        'clients': trained_on['clients'],
        'auc': metrics['auc'],
        'costPerClient': metrics['costPerClient'],
        'champion': is_champion,
        'whole': is_whole(bundle),
        'place': place,
    }


def _trained_at(bundle: Path) -> str:
    run = bundle / RUN
    if run.is_file():
        return str(json.loads(run.read_text(encoding='utf-8'))['startedAt'])
    written = datetime.fromtimestamp((bundle / MANIFEST).stat().st_mtime, UTC)
    return written.isoformat(timespec='seconds').replace('+00:00', 'Z')


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog='npm run ml:list --', description=__doc__.replace('`', ''))
    parser.add_argument('--json', action='store_true', help='print the list as JSON on the last line')
    return parser


if __name__ == '__main__':
    sys.exit(main())
