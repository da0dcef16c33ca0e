"""The reader pane's state: the article that is open, and the ones prepared ahead."""
