CREATE TABLE lineage_edge (
    snapshot_id bigint NOT NULL,
    parent_owner text NOT NULL,
    parent_name text NOT NULL,
    parent_model_id bigint,
    relation text NOT NULL,
    source text NOT NULL,
    CONSTRAINT lineage_edge_pk PRIMARY KEY (snapshot_id, parent_owner, parent_name, relation, source),
    CONSTRAINT lineage_edge_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES snapshot (id),
    CONSTRAINT lineage_edge_parent_fk FOREIGN KEY (parent_model_id) REFERENCES model (id),
    CONSTRAINT lineage_edge_source_known CHECK (source IN ('card', 'tag', 'gguf', 'clearing'))
);
COMMENT ON TABLE lineage_edge IS
    'A snapshot and a base it names. The name is what was said; the model id is filled in when that base is known.';
CREATE INDEX lineage_edge_by_parent ON lineage_edge (parent_model_id, snapshot_id);
CREATE INDEX lineage_edge_by_parent_name ON lineage_edge (lower(parent_owner), lower(parent_name));
GRANT SELECT, INSERT ON lineage_edge TO "${appRole}";
GRANT UPDATE (parent_model_id) ON lineage_edge TO "${appRole}";

CREATE TABLE lineage_hint (
    snapshot_id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    path text,
    line integer,
    named_owner text,
    named_name text,
    text text NOT NULL,
    CONSTRAINT lineage_hint_pk PRIMARY KEY (snapshot_id, ordinal),
    CONSTRAINT lineage_hint_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES snapshot (id)
);
COMMENT ON TABLE lineage_hint IS
    'Signs of a base that nobody declared, cited by file and line. A hint without a matching edge keeps the '
    'model at NEEDS until people clear it.';
GRANT SELECT, INSERT ON lineage_hint TO "${appRole}";
