"""What only the manager may read. Nothing that leaves the vault may import from here."""
