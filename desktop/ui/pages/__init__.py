"""The pages of the main window: today, people, one person, and what is sent.

A page is built from a ``Desk`` and, where it shows private words, from a ready-made panel that is
passed in. It never knows another page: it emits a wish (``person_chosen``) and the main window
answers. ``refresh()`` reads everything again and touches only what has changed, so that nothing
flickers, scrolls or loses the keyboard; the main window calls it when the page is shown, when
something was touched, and at midnight.

    >>> page = TodayPage(desk)                            # doctest: +SKIP
    >>> page.person_chosen.connect(window.open_person)    # doctest: +SKIP
    >>> page.refresh()                                    # doctest: +SKIP
"""
