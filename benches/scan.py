"""How fast `closeread scan` is and how much memory it takes, over invented articles.

    cargo build --release && python3 benches/scan.py target/release/closeread 10000

The articles are the same on every run. They are made in a temporary folder, which is removed again.
"""

import os
import subprocess
import sys
import tempfile

SENTENCES = [
    "The minister, Ada Lowe, said “the bridge is closed until Monday”.",
    "Critics called the barbaric regime a traitor’s mob in a bloodbath.",
    "Officials said that the plan would cost nine million.",
    "It is Monday and the water is cold.",
    "“Nobody knows,” he added, “what the so-called experts may want.”",
]


def article(number):
    def paragraph(place):
        first = number * 7 + place * 3
        return " ".join(SENTENCES[(first + more) % len(SENTENCES)] for more in range(3))

    return "\n\n".join(paragraph(place) for place in range(6)) + "\n"


def write(folder, count):
    size = 0
    for number in range(count):
        inside = os.path.join(folder, f"{number // 1000:03}")
        os.makedirs(inside, exist_ok=True)
        text = article(number).encode()
        size += len(text)
        with open(os.path.join(inside, f"{number:06}.txt"), "wb") as file:
            file.write(text)
    return size


def measure(program, folder, form):
    """Seconds, seconds of processor time and peak memory in MB, of one run in a process of its own."""
    code = (
        "import resource, subprocess, sys, time\n"
        "start = time.monotonic()\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "unit = 1 if sys.platform == 'darwin' else 1024\n"
        "print(time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)\n"
    )
    command = [sys.executable, "-c", code, program, "scan", folder, "--format", form]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(part) for part in done.stdout.split()]


def main():
    program, count = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        size = write(folder, count)
        print(f"{count} articles, {size / 1e6:.1f} MB")
        for form in ["table", "jsonl", "csv"]:
            wall, processor, peak = measure(program, folder, form)
            print(
                f"{form:5}  {wall:6.1f} s  {count / wall:7.0f} articles/s  {size / wall / 1e6:5.1f} MB/s  "
                f"{processor:6.1f} s of processor time  {peak:5.1f} MB at most"
            )


main()
