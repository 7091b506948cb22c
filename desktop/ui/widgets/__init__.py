"""Small parts, made from the look, from which every page is built.

They know nothing of people or conversations, are themed at run time, work with the keyboard and
speak to screen readers. Words are plain text always: ``<b>`` typed by somebody is shown as typed.
Texts reach them already translated, through the ``tr`` of the page.

Words (``text``); ``SoFar(self).ticked`` and ``in_words`` tell how long a work has taken so far::

    Title("Today")  Display("Welcome back")  Question("Picture your role …")  Quote("“…”")
    SectionHeading("Yours to keep")  SerifHeading("What we talked about")  SideHeading("People")
    Body("…")  StrongBody("…")  Muted("…")  SerifBody("…")
    Small("…")  SmallMuted("…")  SmallStrong("2 days late", ink="late")  SmallList("…")
    label.set_runs(Run("Tomás Ortega", "body_medium"), Run(" contract review", ink="muted"))
    ElidedLabel("a long name", role="body", ink="ink")     # one line, whole text on hover

Buttons (``buttons``); the shortcut is printed on the button and presses it at once::

    PrimaryButton(self.tr("Next question"), shortcut="Alt+Right").clicked.connect(self._go_on)
    PlainButton("Back", shortcut="Alt+Left")  SmallButton("Prepare")  MinorButton("Add hers")
    TallPrimaryButton("Unlock")  LinkButton("Send")  LargeLinkButton("Look around …")
    QuietButton("Lock", shortcut="Ctrl+L", glyph="lock")   # .label() is the text as read

Grounds (``card``, ``sure``); content goes into ``.body``, a vertical layout::

    Card("Yours to keep").body.addWidget(…)     Card(raised=False).set_raised(True)
    PrivatePanel("Your notes, private").body.addWidget(editor, 1)
    SharedPanel("Shared with Priya", padding=26).set_label("Shared with Tomás")
    NoticePanel("Is this yours to promise?", "You can …", action="Change to …").action.clicked
    TroublePanel("What happened.", "What is safe, what to do.", action="Try again")
    SurePanel("Erase for good").ask("A note", "will be gone …")     # .meant; Esc is "Not now"
    ErrorLine("…")  Hairline()  Side(ground="side")        # side bar and rails with a hairline

Writing (``editors``, ``field``, ``date_field``)::

    editor = PlainEditor(self.tr("Your notes, private"), placeholder="")  # name for screen readers
    editor.edited.connect(self._save)     # within 0.7 s of a change; then read editor.text()
    editor.flush(); editor.set_text("…"); editor.set_cursor_position(12)  # flush, then show other
    GrowingEditor("Summary", role="serif")                 # as high as its text; role "body" too
    field = Field(self.tr("Passphrase"), PassphraseField("Passphrase"), hint="")
    field.refuse("This passphrase does not open the vault.")    field.accept()
    DateField("By when", today).day_changed.connect(self._date_set)       # a date or None

A person, a path, a choice::

    Avatar("Priya Nair", large=True)  StatusDot(Status.LATE, "2 days late")
    dots.set_dots((Dot(DotState.ANSWERED, "…"), Dot(DotState.CURRENT, "…")))   # .chosen(int)
    Chip("Goal, 6 months", chosen=True).clicked  ChipLabel("Influence")  SayRow("Is there …?")
    PassageRow("23 Nov 2026: On-call again").clicked       # somebody's words, whole, no paper
    OneStop(row, chips).settle()                           # one tab stop, arrows walk within
    Tick("Reflection prompt sent").toggled
    nav.set_entries([NavEntry("today", "Today", 5)]); nav.choose("today")      # .chosen(str)
    tabs = Tabs({"overview": "Overview"}); tabs.choose("overview")     # .chosen(str)

A page (``page``, ``page_with_ways``, ``unrolled``, ``flow_layout``, ``glyphs``)::

    column = ScrollColumn()                                # page margins, scrolls at 200 % text
    paper = Unrolled(); paper.set_whole(True)              # scrolls beside another, or lies whole
    header = PageHeader("Send to Priya", "This page is all that leaves the vault.")
    header.add(PlainButton("One-page brief"), PrimaryButton("Begin"))
    column.body.addWidget(header)
    page = PageWithWays("Backups", "…"); page.lay_out(card); page.add_way(flow); page.say("…")
    flow = FlowLayout(); flow.addWidget(chip)  Glyph("mark", size=42)  KeyHint("Ctrl+Return")

A painted widget reads ``look.current()`` in ``sizeHint`` and ``paintEvent``, never before.
Distances are in ``look.spacing``.
"""
