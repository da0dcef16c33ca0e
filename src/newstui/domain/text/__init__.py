"""Text: cleaning, sentences, differences."""
