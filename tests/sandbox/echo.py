"""A worker for tests: answers each line, a number of bytes, with those bytes. Given `hang`, it hangs."""

from __future__ import annotations

import sys
import time

if __name__ == "__main__":
    if sys.argv[1] == "hang":
        print("hanging", flush=True)
        time.sleep(60)
    while line := sys.stdin.buffer.readline():
        sys.stdout.buffer.write(sys.argv[1].encode() + sys.stdin.buffer.read(int(line)) + b"\n")
        sys.stdout.buffer.flush()
