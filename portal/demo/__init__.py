"""The demonstration: true plans, invented people, and five years of work played out to a day of choice."""
