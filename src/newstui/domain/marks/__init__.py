"""The reader's marks: changes, and the state that they add up to."""
