"""Long work says how far it is and how long it still takes."""

from credit_model.progress import Progress


def test_steps_are_counted_with_the_time_that_is_left(capsys, monkeypatch):
    clock = iter(range(0, 1000, 20))
    monkeypatch.setattr('credit_model.progress.time.monotonic', lambda: float(next(clock)))
    progress = Progress('Judging', 4)
    for _ in range(4):
        progress.advance()
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith('Judging: 0/4')
    assert 'left' not in lines[0]
    assert all('s left)' in line for line in lines[1:-1])
    assert lines[-1].startswith('Judging: 4/4')
    assert 'left' not in lines[-1]
