CREATE TABLE unread_text (
    model_id bigint NOT NULL,
    path text NOT NULL,
    last_sha256 text,
    CONSTRAINT unread_text_pk PRIMARY KEY (model_id, path),
    CONSTRAINT unread_text_model_fk FOREIGN KEY (model_id) REFERENCES model (id)
);
COMMENT ON TABLE unread_text IS
    'License, notice and policy files that the newest look at a model could not read, with what the last look that '
    'could read them saw: a change behind a failed reading is told as soon as the file can be read again.';
COMMENT ON COLUMN unread_text.last_sha256 IS 'SHA-256 of the content in hex; null where there was no such file.';
GRANT SELECT, INSERT, DELETE ON unread_text TO "${appRole}";
