"""What leaves: shared types come in, bytes go out, and nobody here can reach a private word.

A ``Letter`` becomes a ``Paper`` (``letter``), which knows nothing of any file format (``paper``).
``pdf`` sets it in type, ``page_image`` shows the finished pages and ``save`` puts the bytes in a
file that ``file_names`` calls. ``wording`` holds the printed words of each language.

On the way to a PDF ``legible`` says what type can show, ``setting`` breaks text into lines (with
``line_breaks``, ``unspaced`` and ``bidi``) and ``composition`` puts them on sheets. ``shaping``
finds the forms of each line in the ``typefaces`` that ``families`` chooses, ``pen`` writes them and
``embedding`` takes them along; ``tagging`` and ``archive`` make the file readable for everybody.

Services call ``letter`` and the rest. ReportLab and PDFium take a while to load and are needed
seldom, so callers import ``pdf`` and ``page_image`` inside the function that uses them::

    from desktop.export.pdf import pdf

    page = pdf(letter_paper(letter), PageSize.A4)
"""
