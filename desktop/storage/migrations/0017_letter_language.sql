-- In which language a person's letters are written; a person without a row gets English.
CREATE TABLE letter_language (
    person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    language TEXT NOT NULL
) STRICT, WITHOUT ROWID;
