"""What an author writes: files, layers, models, conditions and the checks between them."""
