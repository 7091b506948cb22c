"""The guided interview: one question at a time, with the coaching beside it.

The interview knows only the shared half of the vault. The panel for private notes is handed to it
ready-made (``NotesPanel``), so that no private word ever passes through here but one: the line that
the manager asks to have put into the summary.

    >>> notes, pad = AnswerPanel(private_desk), PadPanel(private_desk)   # doctest: +SKIP
    >>> page = InterviewPage(desk, notes, pad)                   # doctest: +SKIP
    >>> page.open(conversation)                                  # doctest: +SKIP

``interview_page`` goes along the path; ``views`` holds the three ways to look at it. The
``full_view`` sets the parts side by side: ``rail`` (where we are), ``question_column`` (the
question, the notes, the sentence for the summary) and ``coaching`` (why, what to listen for).
``glance`` is the same walk with almost nothing on the screen; ``free_notes`` names what it asks of
the pad on which lines wait to be sorted.
"""
