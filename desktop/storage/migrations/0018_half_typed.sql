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

-- What is deleted for good takes along what was begun about it.
CREATE TRIGGER half_typed_goes_with_a_person AFTER DELETE ON person BEGIN
    DELETE FROM half_typed WHERE which = OLD.id;
    DELETE FROM private_half_typed WHERE which = OLD.id;
END;

CREATE TRIGGER half_typed_goes_with_a_conversation AFTER DELETE ON conversation BEGIN
    DELETE FROM half_typed WHERE which = OLD.id;
END;
