-- A form that was begun, and neither written nor put away: what stands in its fields.
CREATE TABLE half_typed (
    form TEXT NOT NULL,
    which TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (form, which)
) STRICT, WITHOUT ROWID;

CREATE TABLE private_half_typed (
    form TEXT NOT NULL,
    which TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (form, which)
) STRICT, WITHOUT ROWID;
