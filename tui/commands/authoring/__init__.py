"""What authors do with scenarios: begin one, look at it, bring it into shape, pass it on."""
