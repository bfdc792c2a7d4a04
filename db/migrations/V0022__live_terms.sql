CREATE TABLE terms_page (
    address text NOT NULL,
    checked_at timestamptz NOT NULL,
    failure text,
    CONSTRAINT terms_page_pk PRIMARY KEY (address)
);
COMMENT ON TABLE terms_page IS
    'Pages of publishers that licenses are bound to, and when each was last looked at. The list of addresses is data '
    'of the product: nobody can add one.';
COMMENT ON COLUMN terms_page.failure IS 'Why the last look failed; null where it succeeded.';
GRANT SELECT, INSERT, UPDATE ON terms_page TO "${appRole}";

CREATE TABLE terms_version (
    address text NOT NULL,
    seen_at timestamptz NOT NULL,
    text_sha256 bytea NOT NULL,
    CONSTRAINT terms_version_pk PRIMARY KEY (address, seen_at),
    CONSTRAINT terms_version_page_fk FOREIGN KEY (address) REFERENCES terms_page (address),
    CONSTRAINT terms_version_text_fk FOREIGN KEY (text_sha256) REFERENCES blob (sha256)
);
COMMENT ON TABLE terms_version IS 'What such a page said, from when on: its visible text, without the markup around it.';
GRANT SELECT, INSERT ON terms_version TO "${appRole}";
