"""``python -m desktop`` opens Onward."""

from desktop.app import main

raise SystemExit(main())
