"""The words of each language that lean on an earlier sentence."""
