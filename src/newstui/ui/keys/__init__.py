"""Keys: bindings, presets, and the check of what a person set."""
