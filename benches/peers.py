"""How fast `closeread scan` is beside prose linters, over the same invented articles, and what a second processor gives it.

    cargo build --release && python3 benches/peers.py target/release/closeread

Installs proselint with pip and write-good with npm into a temporary folder, which is removed again; a linter that cannot be installed
is left out. Every program has all its checks on. What counts is processor time, its own and the system's, without that of
starting it over an empty article; of several runs the best. The linters, being slow, read a part of the articles.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

SENTENCES = [
    "The minister, Ada Lowe, said “the bridge is closed until Monday”, and nobody in the old town believed her.",
    "Critics called the barbaric regime a traitor’s mob in a bloodbath.",
    "Officials said that the plan would cost nine million, which is more than the council has spent in three years.",
    "It is Monday and the water is cold.",
    "“Nobody knows,” he added, “what the so-called experts may want.”",
    "The committee is going to look at the report again in order to find out what was meant by it.",
    "A new ferry was bought by the town in 1998 and it has been used on most days ever since.",
]

RUNS = 3


def articles(size):
    """Texts of about 5 kB, `size` bytes together."""
    texts, written, number = [], 0, 0
    while written < size:
        paragraphs = []
        for place in range(14):
            first = number * 5 + place * 3
            paragraphs.append(" ".join(SENTENCES[(first + more * (1 + number % 3)) % len(SENTENCES)] for more in range(4)))
        text = "\n\n".join(paragraphs) + "\n"
        texts.append(text)
        written += len(text.encode())
        number += 1
    return texts


def write(folder, texts):
    os.makedirs(folder)
    paths = [os.path.join(folder, f"{number:06}.txt") for number in range(len(texts))]
    for path, text in zip(paths, texts):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return paths


def used():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command, environment=None):
    """Processor and wall-clock seconds of the best of several runs."""
    best = None
    for _ in range(RUNS):
        before, start = used(), time.monotonic()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
        # Linters say 1 or the number of their findings where they found something.
        if done.returncode < 0 or b"Traceback" in done.stderr or b"Error:" in done.stderr:
            raise RuntimeError(done.stderr.decode(errors="replace"))
        times = (used() - before, time.monotonic() - start)
        best = min(best or times, times)
    return best


def speed(command, folder, size, environment=None):
    """Megabytes per processor second, without the start."""
    paths = write(os.path.join(folder, "texts"), articles(size))
    empty = write(os.path.join(folder, "empty"), [""])
    length = sum(os.path.getsize(path) for path in paths)
    took = run(command(paths), environment)[0] - run(command(empty), environment)[0]
    shutil.rmtree(os.path.join(folder, "texts"))
    shutil.rmtree(os.path.join(folder, "empty"))
    return length / max(took, 0.001) / 1e6


def proselint(folder):
    place = os.path.join(folder, "python")
    subprocess.run([sys.executable, "-m", "venv", place], check=True, stdout=subprocess.DEVNULL)
    pip = os.path.join(place, "bin", "pip")
    subprocess.run([pip, "install", "--quiet", "--disable-pip-version-check", "proselint"], check=True)
    program = os.path.join(place, "bin", "proselint")
    told = subprocess.run([program, "--help"], capture_output=True, text=True).stdout
    # Since 0.16 files are an argument of `check`.
    return [program, "check"] if "check" in told else [program]


def write_good(folder):
    place = os.path.join(folder, "node")
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", place, "write-good"]
    subprocess.run(install, check=True, stdout=subprocess.DEVNULL)
    return [os.path.join(place, "node_modules", ".bin", "write-good")]


def main():
    closeread = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp()
    try:
        scan = lambda jobs: lambda paths: [closeread, "scan", "--jobs", str(jobs), "--format", "jsonl", os.path.dirname(paths[0])]
        own = speed(scan(1), folder, 20_000_000)
        print(f"{'closeread scan, every detector':34} {own:8.2f} MB/s")
        for name, install, size in [("proselint", proselint, 200_000), ("write-good", write_good, 200_000)]:
            try:
                program = install(folder)
                other = speed(lambda paths: program + paths, folder, size)
                print(f"{name + ', every check':34} {other:8.2f} MB/s: closeread is {own / other:.0f} times as fast")
            except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
                print(f"{name:34} left out: {str(error).strip().splitlines()[-1]}")
        paths = write(os.path.join(folder, "texts"), articles(40_000_000))
        one, two = (run(scan(jobs)(paths))[1] for jobs in (1, 2))
        print(f"two jobs instead of one: {one / two:.2f} times as fast by the clock, on {os.cpu_count()} processors")
    finally:
        shutil.rmtree(folder)


main()
