"""The files of newsboat: its cache, its configuration, and its list of addresses with query feeds."""
