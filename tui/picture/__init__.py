"""What a seat knows, made into plain lines and rows for the widgets: pure, no screen needed."""
