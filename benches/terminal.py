"""How fast and how thrifty closeread is on a terminal, beside less, vim and the least a reader can do.

    cargo build --release && cargo build --release --example floor && python3 benches/terminal.py target/release

Every program runs in a pseudo-terminal, one after the other in turns, so that a busy machine is busy for all. Figures are
medians; ratios are worth more than milliseconds. What is not installed is left out by name.

Parts (all of them unless named): start keys bursts large idle. `--runs N` turns, `--idle SECONDS`.
"""

import argparse
import fcntl
import glob
import os
import re
import select
import shutil
import statistics
import struct
import sys
import tempfile
import termios
import time

HERE = os.path.dirname(os.path.abspath(__file__))
# A frame is over when nothing has come for so long, in seconds.
QUIET = 0.05
# So long anything may take.
PATIENCE = 60
FRAME = b"\x1b[?2026h"


class Session:
    """A program on a pseudo-terminal of its own."""

    def __init__(self, argv, size, environment):
        self.master, slave = os.openpty()
        columns, rows = size
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        name = os.ttyname(slave)
        actions = [(os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0)]
        actions += [(os.POSIX_SPAWN_DUP2, 0, number) for number in (1, 2)]
        actions += [(os.POSIX_SPAWN_CLOSE, number) for number in (self.master, slave)]
        self.began = time.monotonic()
        self.pid = os.posix_spawn(argv[0], argv, environment, setsid=True, file_actions=actions)
        os.close(slave)

    def listen(self, since, patience=PATIENCE):
        """What comes until it is quiet, and the milliseconds from `since` to the last of it."""
        heard, last = b"", since
        # Work that shows nothing yet is no quiet: the first byte may take long.
        while select.select([self.master], [], [], QUIET if heard else patience)[0]:
            try:
                part = os.read(self.master, 1 << 16)
            except OSError:
                break
            if not part:
                break
            heard, last = heard + part, time.monotonic()
        return heard, (last - since) * 1000

    def send(self, keys):
        """Types keys; processor time and clock before the last of them."""
        # An escape alone is a key; with what comes at once after it, it is another.
        *before, last = re.findall(rb"\x1b(?!\[)|(?:[^\x1b]|\x1b\[)+", keys)
        for part in before:
            os.write(self.master, part)
            self.listen(time.monotonic(), 0.25)
        used, since = self.processor(), time.monotonic()
        os.write(self.master, last)
        return used, since

    def press(self, keys, patience=0.25):
        """Bytes, milliseconds until it is quiet, and milliseconds of processor time that keys take."""
        used, since = self.send(keys)
        heard, took = self.listen(since, patience)
        return heard, took, self.processor() - used

    def processor(self):
        """Milliseconds of processor time of all threads so far."""
        return sum(int(text.split()[0]) for text in self.tasks("schedstat")) / 1e6

    def switches(self):
        """How often any thread has gone to sleep so far."""
        found = [re.search(r"^voluntary_ctxt_switches:\s*(\d+)", text, re.M) for text in self.tasks("status")]
        return sum(int(match[1]) for match in found if match)

    def tasks(self, name):
        for path in glob.glob(f"/proc/{self.pid}/task/*/{name}"):
            try:
                with open(path, encoding="ascii") as file:
                    yield file.read()
            except OSError:
                continue

    def memory(self):
        """Megabytes at most so far."""
        for text in self.tasks("status"):
            found = re.search(r"^VmHWM:\s*(\d+)", text, re.M)
            return int(found[1]) / 1000 if found else float("nan")
        return float("nan")

    def leave(self, keys):
        """Milliseconds until the terminal is given back, and until the program has ended."""
        _, since = self.send(keys)
        back, ended = 0, None
        deadline = since + 5
        while ended is None and time.monotonic() < deadline:
            if select.select([self.master], [], [], 0)[0]:
                try:
                    os.read(self.master, 1 << 16)
                    back = (time.monotonic() - since) * 1000
                except OSError:
                    pass
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                ended = (time.monotonic() - since) * 1000
        if ended is None:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
            ended = float("inf")
        os.close(self.master)
        return back, ended


class Program:
    """How a program is started and left."""

    def __init__(self, name, argv, leave, kinds):
        self.name, self.argv, self.leave, self.kinds = name, argv, leave, kinds

    def open(self, path, size, folder):
        state = os.path.join(folder, "state")
        # Every reading begins at the first paragraph.
        for position in glob.glob(os.path.join(state, "*", "*.position")):
            os.remove(position)
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": os.path.join(folder, "home"),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "XDG_STATE_HOME": state,
        }
        return Session([*self.argv, path], size, environment)


# Kinds of steps: what is done before, the key, how often.
READING = [
    ("paragraph down", "", "j", 17),
    ("paragraph up", "", "k", 17),
    ("next quotation", "gg", "]q", 8),
    ("next candidate", "gg", "]d", 12),
    ("next note", "gg", "]n", 3),
    ("row down", "gg", "^E", 8),
    ("half a screen", "gg", "^D", 4),
    ("a screen", "gg", "^F", 2),
    ("to the end", "gg", "G", 1),
    ("to the start", "G", "gg", 1),
    ("select, a word", "ggv", "w", 8),
    ("note: open", "^[gg", "a", 1),
    ("note: a letter", "", "x", 12),
    ("note: save", "", "^M", 1),
    ("tags: open", "gg]q", "t", 1),
    ("search, a letter", "^[/", "o", 1),
    ("next hit", "^M", "n", 6),
    ("margin to list", "^[gg", "o", 2),
    ("help", "", "?", 1),
]
LESS = [("a row", "", "j", 17), ("half a screen", "g", "d", 4), ("a screen", "g", " ", 2), ("to the end", "g", "G", 1)]
VIM = [("a row", "", "j", 17), ("paragraph down", "gg", "}", 17), ("half a screen", "gg", "^D", 4), ("to the end", "gg", "G", 1)]
FLOOR = [("paragraph down", "", "j", 17), ("paragraph up", "", "k", 17), ("to the end", "g", "G", 1)]


def programs(folder):
    """Those that are there."""
    found = []
    wanted = [
        ("floor", [os.path.join(folder, "examples", "floor")], b"q", FLOOR),
        ("less", ["less"], b"q", LESS),
        ("vim", ["vim", "-u", "NONE", "-i", "NONE", "-n"], b"\x1b:q!\r", VIM),
        ("closeread", [os.path.join(folder, "closeread"), "--reader", "demo"], b"q", READING),
    ]
    for name, argv, leave, kinds in wanted:
        path = shutil.which(argv[0])
        if path:
            found.append(Program(name, [os.path.abspath(path), *argv[1:]], leave, kinds))
        else:
            print(f"{name}: not installed, left out")
    return found


def typed(keys):
    """Keys as bytes: ^X is Ctrl-X."""
    return re.sub(r"\^(.)", lambda key: chr(ord(key[1]) & 0x1F), keys).encode()


def median(values):
    return statistics.median(values) if values else float("nan")


def start(found, sample, folder, runs):
    print(f"\nFirst frame of the sample article with its notes and findings, 120x40, {runs} turns")
    print(f"{'':10} {'ms':>7} {'x less':>7} {'bytes':>7} {'cpu ms':>7} {'MB':>6} {'screen back ms':>15} {'ended ms':>9}")
    seen = {program.name: [] for program in found}
    for _ in range(runs):
        for program in found:
            session = program.open(sample, (120, 40), folder)
            heard, took = session.listen(session.began)
            figures = [took, len(heard), session.processor(), session.memory()]
            seen[program.name].append(figures + list(session.leave(program.leave)))
    columns = {name: [median(column) for column in zip(*rows)] for name, rows in seen.items()}
    less = columns.get("less", [float("nan")])[0]
    for name, (took, size, cpu, memory, back, ended) in columns.items():
        print(f"{name:10} {took:7.1f} {took / less:7.2f} {size:7.0f} {cpu:7.1f} {memory:6.1f} {back:15.1f} {ended:9.1f}")


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def steps(found, sample, folder, runs):
    for size in [(80, 24), (120, 40), (200, 50)]:
        print(f"\nKinds of steps in the sample article, {size[0]}x{size[1]}: bytes, processor time and time to quiet per key")
        print(f"{'':28} {'median':>7} {'p95':>6} {'most':>6} {'cpu ms':>7} {'quiet ms':>9}")
        seen = {}
        for _ in range(runs):
            for program in found:
                with_notes(folder)
                session = program.open(sample, size, folder)
                session.listen(session.began)
                for kind, before, key, count in program.kinds:
                    if before:
                        session.press(typed(before))
                    pressed = [session.press(typed(key)) for _ in range(count)]
                    # A key at the end of the article changes nothing and says so once.
                    seen.setdefault((program.name, kind), []).extend(one for one in pressed if one[0])
                session.press(b"\x1b")
                session.leave(program.leave)
        for (name, kind), pressed in seen.items():
            sizes = [len(heard) for heard, _, _ in pressed]
            if not sizes:
                continue
            cpu, took = (median([one[column] for one in pressed]) for column in (2, 1))
            print(
                f"{name:10} {kind:17} {median(sizes):7.0f} {percentile(sizes, 0.95):6} {max(sizes):6} {cpu:7.2f} {took:9.2f}"
            )


def bursts(found, sample, folder):
    print("\nTwo hundred keys at once, 120x40: frames and bytes")
    for program in [program for program in found if program.name == "closeread"]:
        session = program.open(sample, (120, 40), folder)
        session.listen(session.began)
        heard, took, cpu = session.press(b"j" * 9 + b"k" * 200 + b"j")
        print(f"{program.name:10} {heard.count(FRAME)} frames, {len(heard)} bytes, {took:.1f} ms, {cpu:.1f} ms of processor time")
        session.leave(program.leave)


def large(found, sample, folder, runs):
    with open(sample, encoding="utf-8") as file:
        text = file.read()
    print("\nLarge articles, 120x40: first frame, a key, the end, memory")
    print(f"{'':21} {'first ms':>9} {'key ms':>7} {'cpu/key':>8} {'end ms':>8} {'MB':>6}")
    for title, size in [("1 MB", 10**6), ("10 MB", 10**7), ("100 MB", 10**8), ("a 5 MB paragraph", 5 * 10**6)]:
        path = os.path.join(folder, "work", "large.txt")
        part = text.replace("\n", " ") if "paragraph" in title else text
        with open(path, "w", encoding="utf-8") as file:
            written = 0
            while written < size:
                written += file.write(part) + file.write(" " if "paragraph" in title else "\n")
        seen = {program.name: [] for program in found}
        for _ in range(runs if size < 10**8 else 1):
            for program in found:
                session = program.open(path, (120, 40), folder)
                _, first = session.listen(session.began)
                pressed = [session.press(b"j", 10) for _ in range(3)]
                _, end, _ = session.press(b"G", 30)
                row = [first, median([one[1] for one in pressed]), median([one[2] for one in pressed]), end]
                seen[program.name].append(row + [session.memory()])
                session.leave(program.leave)
        for name, rows in seen.items():
            first, key, cpu, end, memory = (median(column) for column in zip(*rows))
            print(f"{name:10} {title:10.10} {first:9.1f} {key:7.2f} {cpu:8.2f} {end:8.1f} {memory:6.1f}")
        os.remove(path)


def idle(found, sample, folder, seconds):
    print(f"\nIdle for {seconds} seconds: bytes, and how often any thread woke")
    sessions = [(program, program.open(sample, (120, 40), folder)) for program in found]
    for _, session in sessions:
        session.listen(session.began)
    time.sleep(1)
    before = [session.switches() for _, session in sessions]
    time.sleep(seconds)
    for (program, session), woken in zip(sessions, before):
        woken = session.switches() - woken
        readable = select.select([session.master], [], [], 0)[0]
        size = len(os.read(session.master, 1 << 16)) if readable else 0
        print(f"{program.name:10} {size} bytes, {woken} wake-ups")
        session.leave(program.leave)


def with_notes(folder):
    """The repository's own article and notes, as they are there; the article's path."""
    work = os.path.join(folder, "work")
    shutil.rmtree(work, ignore_errors=True)
    for name in ["seeds", "notes"]:
        shutil.copytree(os.path.join(HERE, "..", name), os.path.join(work, name))
    return sorted(glob.glob(os.path.join(work, "seeds", "*.txt")))[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="where the programs were built, such as target/release")
    parser.add_argument("parts", nargs="*", metavar="PART", help="start, keys, bursts, large, idle")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--idle", type=int, default=60)
    given = parser.parse_args()
    parts = given.parts or ["start", "keys", "bursts", "large", "idle"]
    found = programs(given.folder)
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "home"))
        sample = with_notes(folder)
        if "start" in parts:
            start(found, sample, folder, given.runs)
        if "keys" in parts:
            steps(found, sample, folder, max(1, given.runs // 3))
        sample = with_notes(folder)
        if "bursts" in parts:
            bursts(found, sample, folder)
        if "large" in parts:
            large(found, sample, folder, max(1, given.runs // 3))
        if "idle" in parts:
            idle(found, sample, folder, given.idle)


if __name__ == "__main__":
    sys.exit(main())
