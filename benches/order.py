"""What a start and the first keys run, one function a line: `src/build/start.txt`, which the build script has the linker put together.

    cargo rustc --release --bin closeread -- -C strip=none && python3 benches/order.py target/release/closeread > src/build/start.txt

Needs valgrind and nm. Names go without the hash that a compiler puts behind them: those of another version fit, too. A name that
is not there any more does no harm, one that is missing costs some memory: make the list anew now and then.
"""

import bisect
import os
import re
import shutil
import subprocess
import sys
import tempfile

import terminal

# Read on, to a quotation, a finding, a note; back.
KEYS = ["j", "j", "k", "]q", "]d", "]n", "^D", "gg"]
HASH = re.compile(r"17h[0-9a-f]{16}E(\.llvm\.\d+)?$")


def functions(program):
    """Start, size and name of each, by address."""
    lines = subprocess.run(["nm", "-S", program], capture_output=True, text=True, check=True).stdout.splitlines()
    parts = [line.split() for line in lines]
    return sorted((int(at, 16), int(size, 16), name) for at, size, kind, name in (p for p in parts if len(p) == 4) if kind in "tTwW")


def addresses(profile, program, base):
    """Every address of the program's that was run, from a profile by instructions. What the linker has put together already
    valgrind takes for nobody's, and counts from where it lies in memory: from `base`."""
    names, here, at, called = {}, None, 0, False
    for line in profile:
        if match := re.match(r"(c?)ob=\((\d+)\)(?: (.*))?$", line):
            names.setdefault(match[2], match[3])
            here = here if match[1] else {program: 0, "???": base}.get(names[match[2]])
        elif line.startswith("calls="):
            called = True
        elif match := re.match(r"(0x[0-9a-f]+|[+-]\d+|\*) ", line):
            at = int(match[1], 16) if match[1].startswith("0x") else at + int(match[1].replace("*", "0"))
            if here is not None and not called:
                yield at - here
            called = False


def profiled(program, folder):
    """Runs it under valgrind; where it lay in memory, and the lines of the profile."""
    terminal.QUIET = 2
    out = os.path.join(folder, "profile")
    valgrind = [shutil.which("valgrind"), "--tool=callgrind", "--dump-instr=yes", f"--callgrind-out-file={out}", f"--log-file={out}.log"]
    os.mkdir(os.path.join(folder, "home"))
    session = terminal.Program("closeread", [*valgrind, program, "--reader", "demo"], b"q", []).open(
        terminal.with_notes(folder), (120, 40), folder
    )
    session.listen(session.began)
    with open(f"/proc/{session.pid}/maps", encoding="utf-8") as maps:
        base = min(int(line.split("-")[0], 16) for line in maps if line.rstrip().endswith(program))
    for keys in KEYS:
        session.press(terminal.typed(keys), 5)
    os.write(session.master, b"q")
    session.listen(session.began)
    os.waitpid(session.pid, 0)
    with open(out, encoding="utf-8") as file:
        return base, file.readlines()


def main():
    program = os.path.abspath(sys.argv[1])
    known = functions(program)
    starts = [start for start, _, _ in known]
    hot = {}
    with tempfile.TemporaryDirectory() as folder:
        base, profile = profiled(program, folder)
        for address in addresses(profile, program, base):
            start, size, name = known[max(0, bisect.bisect_right(starts, address) - 1)]
            if start <= address < start + size:
                hot[name] = size
    used, all_of = {}, {}
    for name, size in hot.items():
        used[HASH.sub("17h", name)] = used.get(HASH.sub("17h", name), 0) + size
    for _, size, name in known:
        all_of[HASH.sub("17h", name)] = all_of.get(HASH.sub("17h", name), 0) + size
    # Names that stand for many functions of which few are run go last, away from the others.
    for name in sorted(used, key=lambda name: all_of[name] > 2 * used[name]):
        print(re.sub(r"Cs[0-9A-Za-z]+_", "Cs*_", name))


if __name__ == "__main__":
    sys.exit(main())
