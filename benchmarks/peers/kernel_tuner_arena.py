"""Kernel Tuner's strategies on recorded spaces, scored as docs/arena.md says.

Each play's result is appended to a file of raw results; what is there is not played again.
"""

import argparse
import contextlib
import gzip
import io
import json
import math
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from kernel_tuner import tune_kernel, util
from kernel_tuner.interface import strategy_map
from kernel_tuner.runners import simulation

TIMES = 1000
COVERED = 0.95
RESAMPLES = 2000
MOST_SECONDS = 120
# It only enumerates.
LEFT_OUT = {"brute_force"}


class Recording:
    """A T4 file: value in ms (NaN if it failed) and cost in seconds of every configuration, by Kernel Tuner's key."""

    def __init__(self, file):
        self.name = Path(file).name.split(".T4")[0]
        opened = gzip.open if str(file).endswith(".gz") else open
        with opened(file, "rt") as content:
            rows = json.load(content)["results"]
        names = [n for n in rows[0]["configuration"]]
        self.parameters = {n: sorted({r["configuration"][n] for r in rows}) for n in names}
        self.entries = {}
        for row in rows:
            times = row["times"]
            runs = times.get("runtimes", [])
            valid = row.get("invalidity") == "correct"
            cost = (times.get("compilation", 0) + times.get("framework", 0) + math.fsum(runs)) / 1000
            value = math.fsum(runs) / len(runs) if valid else math.nan
            self.entries[self.key(row["configuration"])] = (value, cost)
        self.baseline()

    def key(self, configuration):
        return ",".join(str(configuration[n]) for n in self.parameters)

    def admits(self, configuration):
        return self.key(configuration) in self.entries

    def baseline(self):
        """What random search is expected to have found after each draw, and how long a play lasts."""
        values = sorted(v for v, _ in self.entries.values() if not math.isnan(v))
        count = len(values)
        mean_cost = math.fsum(c for _, c in self.entries.values()) / len(self.entries)
        self.per_draw = mean_cost * len(self.entries) / count
        self.optimum = values[0]
        median = 0.5 * (values[(count - 1) // 2] + values[count // 2])
        target = median - COVERED * (median - self.optimum)
        self.expected = [math.nan]
        while len(self.expected) == 1 or self.expected[-1] > target:
            self.expected.append(expected_best(values, len(self.expected)))
        self.draws = len(self.expected) - 1
        self.seconds = self.draws * self.per_draw

    def expected_at(self, seconds):
        draws = min(max(seconds / self.per_draw, 1), self.draws)
        before = int(draws)
        after = min(before + 1, self.draws)
        share = draws - before
        return (1 - share) * self.expected[before] + share * self.expected[after]

    def score(self, steps):
        """P of a play, given as pairs of seconds and the better value found then."""
        total = 0.0
        following = 0
        best = math.nan
        for i in range(TIMES + 1):
            now = self.seconds * i / TIMES
            while following < len(steps) and steps[following][0] <= now:
                best = steps[following][1]
                following += 1
            baseline = self.expected_at(now)
            way = baseline - self.optimum
            if not math.isnan(best) and way > 0:
                total += (baseline - best) / way
        return total / (TIMES + 1)

    def write_cache(self, file):
        """Writes the file of measurements that the simulation mode answers from."""
        names = list(self.parameters)
        cache = {}
        for key, (value, cost) in self.entries.items():
            row = dict(zip(names, self.typed(key)))
            failed = math.isnan(value)
            row |= {"time": "RuntimeFailedConfig" if failed else value, "times": [] if failed else [value]}
            if failed:
                row["__error__"] = "RuntimeFailedConfig"
            row |= {"compile_time": 1000 * cost, "verification_time": 0, "benchmark_time": 0, "strategy_time": 0}
            row |= {"framework_time": 0, "timestamp": "2025-01-01 00:00:00+00:00"}
            cache[key] = row
        head = {"device_name": "recorded", "kernel_name": "recorded", "problem_size": [1], "tune_params_keys": names}
        head |= {"tune_params": self.parameters, "objective": "time", "cache": cache}
        Path(file).write_text(json.dumps(head))

    def typed(self, key):
        texts = key.split(",")
        return [next(v for v in values if str(v) == t) for t, values in zip(texts, self.parameters.values())]


def expected_best(values, draws):
    """The least of so many values drawn without replacement."""
    total = 0.0
    none = 1.0
    for i, value in enumerate(values):
        if none <= 1e-12:
            break
        left = len(values) - i
        missed = max(0, left - draws) / left
        total += value * none * (1 - missed)
        none *= missed
    return total


class Watch(set):
    """Stands for the runner's set of visited configurations: sees each when it is first tried, and ends the play."""

    current = None

    def __init__(self, recording):
        super().__init__()
        self.recording = recording
        self.spent = 0.0
        self.best = math.inf
        self.steps = []

    def add(self, key):
        super().add(key)
        value, cost = self.recording.entries[key]
        self.spent += cost
        if value < self.best and self.spent <= self.recording.seconds:
            self.best = value
            self.steps.append((self.spent, value))
        if self.spent >= self.recording.seconds:
            raise util.StopCriterionReached("the recorded time is up")


class Late(util.StopCriterionReached):
    pass


def late(*_):
    raise Late("no result in time")


def play(recording, cache, strategy, seed):
    """One play: P, evaluations, seconds it took here, and whether it ran to its end."""
    random.seed(seed)
    np.random.seed(seed % 2**32)
    Watch.current = Watch(recording)
    signal.signal(signal.SIGALRM, late)
    start = time.perf_counter()
    signal.alarm(MOST_SECONDS)
    finished = True
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            tune_kernel(
                "recorded", "", 1, [], recording.parameters, restrictions=recording.admits, lang="C",
                strategy=strategy, strategy_options={"max_fevals": len(recording.entries)},
                simulation_mode=True, cache=cache, quiet=True, seed=seed)
    except util.StopCriterionReached:
        pass
    finally:
        signal.alarm(0)
    took = time.perf_counter() - start
    finished = took < MOST_SECONDS
    watch = Watch.current
    return {"p": recording.score(watch.steps), "evaluations": len(watch), "seconds": round(took, 2), "finished": finished}


def watched_runner():
    """Lets the simulation report to the watch of the play, and changes nothing else."""
    original = simulation.SimulationRunner.__init__

    def init(self, *arguments, **named):
        original(self, *arguments, **named)
        self.visited_results = Watch.current

    simulation.SimulationRunner.__init__ = init


def interval(by_space, seed=1):
    numbers = np.random.default_rng(seed)
    means = np.mean(
        [np.array(ps)[numbers.integers(0, len(ps), (RESAMPLES, len(ps)))].mean(axis=1) for ps in by_space], axis=0)
    low, high = np.percentile(means, [2.5, 97.5])
    return {"p": float(np.mean([np.mean(ps) for ps in by_space])), "p_low": float(low), "p_high": float(high)}


def summary(raw, names):
    """The scores as ./ouroboros arena --json prints them; a mean only of what was played on all spaces."""
    played = {}
    for row in raw:
        if row["space"] in names and "p" in row:
            played.setdefault(row["strategy"], {}).setdefault(row["space"], []).append(row["p"])
    spaces = {n: {s: interval([of[n]]) for s, of in played.items() if n in of} for n in names}
    mean = {s: interval(list(of.values())) for s, of in played.items() if len(of) == len(names)}
    return {"spaces": spaces, "mean": mean}


def table(scores, names, raw):
    unfinished = {(r["strategy"], r["space"]) for r in raw if not r.get("finished", True)}
    repeats = {}
    for row in raw:
        repeats[row["strategy"], row["space"]] = repeats.get((row["strategy"], row["space"]), 0) + 1
    lines = ["| strategy | mean P | " + " | ".join(names) + " | repeats |", "| --- " * (len(names) + 3) + "|"]
    for strategy, mean in sorted(scores["mean"].items(), key=lambda item: -item[1]["p"]):
        cells = [f"{scores['spaces'][n][strategy]['p']:.2f}" + ("*" if (strategy, n) in unfinished else "") for n in names]
        plays = [repeats[strategy, n] for n in names]
        lines.append(f"| `{strategy}` | {mean['p']:.3f} ({mean['p_low']:.3f} to {mean['p_high']:.3f}) | "
                     + " | ".join(cells) + f" | {min(plays)} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--space", nargs="+", required=True, metavar="FILE")
    parser.add_argument("--strategy", nargs="+", default=sorted(set(strategy_map) - LEFT_OUT), metavar="S")
    parser.add_argument("--repeats", type=int, default=40)
    parser.add_argument("--raw", default="kernel-tuner.jsonl", help="results of single plays; played plays are kept")
    parser.add_argument("--table", help="write a Markdown table there")
    options = parser.parse_args()
    recordings = [Recording(file) for file in options.space]
    raw_file = Path(options.raw)
    raw = [json.loads(line) for line in raw_file.read_text().splitlines()] if raw_file.exists() else []
    done = {(r["space"], r["strategy"], r["repeat"]) for r in raw}
    watched_runner()
    with tempfile.TemporaryDirectory() as folder, raw_file.open("a") as journal:
        for recording in recordings:
            recording.write_cache(Path(folder) / f"{recording.name}.json")
        for repeat in range(options.repeats):
            for recording in recordings:
                for strategy in options.strategy:
                    if (recording.name, strategy, repeat) in done:
                        continue
                    row = {"space": recording.name, "strategy": strategy, "repeat": repeat}
                    try:
                        row |= play(recording, str(Path(folder) / f"{recording.name}.json"), strategy, 1000 + repeat)
                    except Exception as e:  # whatever a strategy of theirs throws is its result
                        row |= {"error": f"{type(e).__name__}: {e}"[:200]}
                    raw.append(row)
                    journal.write(json.dumps(row) + "\n")
                    journal.flush()
                    print(row, file=sys.stderr)
    names = [recording.name for recording in recordings]
    scores = summary(raw, names)
    if options.table:
        Path(options.table).write_text(table(scores, names, raw))
    print(json.dumps(scores, indent=2))


if __name__ == "__main__":
    main()
