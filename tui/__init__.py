"""The terminal: the command line and the screens a person plays on."""
