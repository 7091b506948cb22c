"""Where a bundle begins: what ``python -m desktop`` does."""

from desktop.app import main

raise SystemExit(main())
