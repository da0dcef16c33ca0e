"""Background tasks: long work in processes of its own, the queue that runs it, and the thread that keeps the index."""
