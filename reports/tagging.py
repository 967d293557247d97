"""The structure of a file that is joined from several, and of rows that are drawn without boxes.

Căn cứ: ISO 32000-1, 14.7 and 14.8; ISO 19005-3, level A.
"""

from pikepdf import Array, Dictionary, Name


class Tags:
    """The structure of `whole`, a tagged file that grows; `write` it when all is there."""

    def __init__(self, whole):
        self.whole, self.root = whole, whole.Root.StructTreeRoot
        (self.document,) = self.root.K
        self.marked = _marked(self.root)  # for each page that has tags, whose its marked pieces are

    def adopt(self, part):
        """Add the pages of another tagged file; its structure goes on where that of the whole ends."""
        begins = len(self.whole.pages)
        self.whole.pages.extend(part.pages)
        tree = self.whole.copy_foreign(part.Root.StructTreeRoot)  # after the pages, to which it refers
        _tell_apart(tree.K, len(self.marked))
        for page in self.whole.pages[begins:]:
            page.StructParents += len(self.marked)
        self.marked += _marked(tree)
        for document in tree.K:
            for element in document.K:
                element.P = self.document
                self.document.K.append(element)

    def last_table(self):
        """The table with which the structure ends so far, to be filled with rows."""
        return OpenTable(self, _all_of(self.document.K[-1], Name.Table)[-1])

    def next_mark(self, page):
        """The number of the next marked piece of a page."""
        return len(self.marked[page.StructParents]) if "/StructParents" in page else 0

    def element(self, kind, parent, **more):
        return self.whole.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=parent, **more))

    def write(self):
        numbered = [entry for numbered in enumerate(self.marked) for entry in numbered]
        self.root.ParentTree = self.whole.make_indirect(Dictionary(Nums=Array(numbered)))
        self.root.ParentTreeNextKey = len(self.marked)


class OpenTable:
    """A table whose rows come page by page."""

    def __init__(self, tags, table):
        self.tags = tags
        for head in _all_of(table, Name.TH):
            head.A.Scope = Name.Column
        self.body = table.K[-1]
        self.body.K = Array()  # WeasyPrint put an empty body into the body

    def add(self, page, rows):
        """Tag the cells of these rows, [number of columns that each covers], marked from left to right."""
        marked = self._marked_on(page)
        for spans in rows:
            row = self.tags.element(Name.TR, self.body, Pg=page.obj)
            cells = [self._cell(row, page, len(marked) + place, span) for place, span in enumerate(spans)]
            row.K = Array(cells)
            self.body.K.append(row)
            marked.extend(cells)

    def _cell(self, row, page, mark, span):
        cell = self.tags.element(Name.TD, row, Pg=page.obj, K=mark)
        if span > 1:
            cell.A = Dictionary(O=Name.Table, ColSpan=span)
        return cell

    def _marked_on(self, page):
        if "/StructParents" not in page:
            page.StructParents = len(self.tags.marked)
            self.tags.marked.append(Array())
        return self.tags.marked[page.StructParents]


def _marked(root):
    """The arrays of the parent tree in the order of their keys, which are 0, 1, 2 …"""
    return list(root.ParentTree.Nums)[1::2]


def _tell_apart(elements, part):
    """Names of heads are good within one file: put the part before them, and where cells refer to them."""
    for element in _elements(elements):
        if "/ID" in element:
            element.ID = f"{part}-{element.ID}"
        if "/A" in element and "/Headers" in element.A:
            element.A.Headers = Array([f"{part}-{name}" for name in element.A.Headers])


def _elements(node):
    """The structure elements below and at a node, in reading order."""
    if isinstance(node, Array):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, Dictionary) and "/S" in node:
        yield node
        yield from _elements(node.get("/K"))


def _all_of(node, kind):
    return [element for element in _elements(node) if kind == element.S]
