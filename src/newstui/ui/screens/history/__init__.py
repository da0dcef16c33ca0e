"""The screen of the history: every act of the reader, and the way back from each."""
