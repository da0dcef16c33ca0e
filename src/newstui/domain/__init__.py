"""What a newspaper is. Pure: standard library only, no input or output, no clock."""
