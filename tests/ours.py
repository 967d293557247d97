"""The apps of the house that hold records."""

OURS = ("core", "organizations", "law", "campaigns", "exemplars", "awards", "gatherings", "reports")
