"""One command each: `options` says what it takes, `run` does it. A module is imported when its command is asked for."""
