"""What newsboat keeps: its cache, its configuration with query feeds, its list of addresses."""
