"""Pictures drawn natively in the ink of the rest.

Each mark that can be pressed is reached by keyboard, and every one has words.

``time_line`` shows marks along the years (``span`` is the stretch that is shown, ``picture`` what
is drawn of it, ``axis`` names its days, ``marks`` are its buttons, ``walking`` the arrows,
``lettering`` the words that have room);
``shown`` puts its handles and the table beside it (``twin``). ``three_circles`` is the sweet spot,
``beats`` the quarters.

A plot is given words and numbers ready to be shown and knows nothing of the vault. Whoever shows
one puts a table with the same content beside it.
"""
