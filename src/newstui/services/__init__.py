"""Everything that a reader can ask for. No Textual, no SQL; long work is a generator of events."""
