"""One full sample of every paper, told of invented people in the places of the demonstration."""
