"""Pictures drawn natively in the ink of the rest.

Each mark that can be pressed is reached by keyboard, and every one has words.

A plot is given words and numbers ready to be shown and knows nothing of the vault. Whoever shows
one puts a table with the same content beside it.
"""
