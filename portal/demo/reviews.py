"""The interim and the final review of the demonstration's plan, written as the office would have."""


def load_reviews(plans, users, until):
    """Nothing yet to review before the plan's first milestone."""
