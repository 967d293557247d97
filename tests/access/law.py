from tests.access import page

ROWS = [*page("law:coverage", administrator=200, others=404)]
