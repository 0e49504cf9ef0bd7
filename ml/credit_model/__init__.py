"""From features to a model bundle: load, split, search, calibrate, judge, export, promote."""
