-- The lines kept as a theme are looked for across everybody; an index of them alone, since one by
-- kind would lead every look at one person through the lines of all.
CREATE INDEX private_kept_theme ON private_kept (seq) WHERE kind = 'theme';
