CREATE TABLE saved_view (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    parameters text NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT saved_view_pk PRIMARY KEY (id),
    CONSTRAINT saved_view_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT saved_view_name_length CHECK (char_length(name) BETWEEN 1 AND 80),
    CONSTRAINT saved_view_parameters_length CHECK (char_length(parameters) <= 4000)
);
CREATE UNIQUE INDEX saved_view_once ON saved_view (person_id, lower(name));
COMMENT ON TABLE saved_view IS
    'Lists of models that a person keeps under a name. They are deleted for good: nothing was ever decided by them.';
GRANT SELECT, INSERT, DELETE ON saved_view TO "${appRole}";
