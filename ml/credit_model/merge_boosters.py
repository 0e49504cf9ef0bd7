"""Several LightGBM boosters as one: the mean of sums of trees is itself a sum of trees."""

from itertools import zip_longest

import lightgbm

SCALED = ('leaf_value', 'internal_value', 'shrinkage')
END_OF_TREES = 'end of trees\n'


def merge_boosters(boosters: list[lightgbm.Booster], rounds: list[int]) -> lightgbm.Booster:
    """Average the raw scores of boosters in one booster.

    Parameters
    ----------
    boosters : list of lightgbm.Booster
        One model each for the same features, of one tree a round.
    rounds : list of int
        How many of its first trees each contributes.

    Returns
    -------
    lightgbm.Booster
        All these trees, leaf values divided by the number of boosters. Its raw score and its ``pred_contrib`` are the
        means of theirs (exactly so for a power of two, else to the last digit).
    """
    texts = [
        booster.model_to_string(num_iteration=count) for booster, count in zip(boosters, rounds, strict=True)
    ]
    # A booster's first tree holds the log-odds of the default rate. Added last, they leave the sum near zero until
    # then, where float32, in which ONNX adds, is most exact.
    trees = [tree for same_round in zip_longest(*map(_trees, texts)) for tree in same_round if tree][::-1]
    numbered = [f'Tree={number}\n{_scaled(tree, len(boosters))}' for number, tree in enumerate(trees)]
    head = texts[0].split('tree_sizes=', 1)[0]
    tail = texts[0].split(END_OF_TREES, 1)[1]
    sizes = ' '.join(str(len(tree.encode())) for tree in numbered)
    return lightgbm.Booster(model_str=f'{head}tree_sizes={sizes}\n\n{"".join(numbered)}{END_OF_TREES}{tail}')


def _trees(text: str) -> list[str]:
    """Cut LightGBM's text into its trees, each without its first line ``Tree=<number>``."""
    body = text.split(END_OF_TREES, 1)[0]
    return [tree.split('\n', 1)[1] for tree in body.split('\nTree=')[1:]]


def _scaled(tree: str, divisor: int) -> str:
    lines = tree.rstrip('\n').split('\n')
    for position, line in enumerate(lines):
        key, _, values = line.partition('=')
        if key in SCALED:
            # repr gives the shortest digits that read back as the very same double.
            lines[position] = f'{key}=' + ' '.join(repr(float(value) / divisor) for value in values.split())
    return '\n'.join(lines) + '\n\n\n'
