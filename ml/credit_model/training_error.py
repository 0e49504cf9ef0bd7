"""The one error that a person who trains or promotes a model is meant to read."""


class TrainingError(Exception):
    """Something in the data, the arguments or a bundle stops the work.

    The message holds what was found, what was expected and what to do, in that order.
    """
