CREATE TABLE person (
    id uuid NOT NULL,
    login text NOT NULL,
    state text NOT NULL,
    created_at timestamptz NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT person_pk PRIMARY KEY (id),
    CONSTRAINT person_login_shape CHECK (login ~ '^[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}$'),
    CONSTRAINT person_state_known CHECK (state IN ('active', 'deactivated'))
);
COMMENT ON TABLE person IS
    'Somebody who can act. Rows are never deleted: the audit chain and decisions name the id.';
CREATE UNIQUE INDEX person_login_unique ON person (lower(login));
GRANT SELECT, INSERT, UPDATE ON person TO "${appRole}";

CREATE TABLE person_profile (
    person_id uuid NOT NULL,
    display_name text NOT NULL,
    email text,
    CONSTRAINT person_profile_pk PRIMARY KEY (person_id),
    CONSTRAINT person_profile_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);
COMMENT ON TABLE person_profile IS
    'Personal data apart from the person, so that it can be erased while every reference keeps its meaning.';
GRANT SELECT, INSERT, UPDATE, DELETE ON person_profile TO "${appRole}";

CREATE TABLE person_password (
    person_id uuid NOT NULL,
    hash text NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT person_password_pk PRIMARY KEY (person_id),
    CONSTRAINT person_password_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_password_argon2id CHECK (hash LIKE '$argon2id$%')
);
COMMENT ON TABLE person_password IS
    'Argon2id hashes of local accounts; people who sign in elsewhere have no row. Apart from the person, so '
    'that no query about people can carry a hash along.';
GRANT SELECT, INSERT, UPDATE, DELETE ON person_password TO "${appRole}";

CREATE TABLE person_role (
    person_id uuid NOT NULL,
    role text NOT NULL,
    CONSTRAINT person_role_pk PRIMARY KEY (person_id, role),
    CONSTRAINT person_role_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);
COMMENT ON TABLE person_role IS 'What a person may do. The closed list of roles lives in code.';
GRANT SELECT, INSERT, DELETE ON person_role TO "${appRole}";
