"""Rows that hundreds of tests begin with: made once by the portal's own code, then put back as stored."""

from copy import deepcopy

from django.db import connection


class KeptRows:
    """What `make()` returns and the rows of `models` (those that are referred to first) that it leaves.

    Beside other rows it is made anew. Into empty tables the rows come back with their keys, which meet no
    others: neither database gives out again a key that it gave out, or a lower one, while the row is there.
    """

    def __init__(self, make, *models):
        self.make = make
        self.tables = [model._meta.db_table for model in models]
        self.made = self.statements = None

    def __call__(self):
        with connection.cursor() as cursor:
            if self._are_others(cursor):
                return self.make()
            if self.statements is None:
                self.made = self.make()
                self.statements = [self._insertion(cursor, table) for table in self.tables]
            else:
                for statement, values in self.statements:
                    cursor.execute(statement, values)
        return deepcopy(self.made)

    def _are_others(self, cursor):
        cursor.execute("SELECT " + " OR ".join(f'EXISTS(SELECT 1 FROM "{table}")' for table in self.tables))
        return cursor.fetchone()[0]

    def _insertion(self, cursor, table):
        """The statement that stores all rows which the table has now, with its values."""
        cursor.execute(f'SELECT * FROM "{table}"')
        names = ", ".join(f'"{column[0]}"' for column in cursor.description)
        rows = cursor.fetchall()
        row = f"({', '.join(['%s'] * len(cursor.description))})"
        values = [value for stored in rows for value in stored]
        return f'INSERT INTO "{table}" ({names}) VALUES {", ".join([row] * len(rows))}', values
