"""The main screen: headlines and reader."""
