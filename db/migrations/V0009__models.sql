CREATE TABLE model (
    id bigint GENERATED ALWAYS AS IDENTITY,
    source text NOT NULL,
    source_id text NOT NULL,
    owner text NOT NULL,
    name text NOT NULL,
    owner_lower text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(owner)) STORED,
    name_lower text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(name)) STORED,
    full_name_lower text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(owner || '/' || name)) STORED,
    name_lost_at timestamptz,
    tier text NOT NULL,
    created_at timestamptz,
    first_seen_at timestamptz NOT NULL,
    released_at timestamptz,
    parameters bigint,
    current_snapshot_id bigint,
    current_conclusion_id bigint,
    current_profile_id bigint,
    CONSTRAINT model_pk PRIMARY KEY (id),
    CONSTRAINT model_source_unique UNIQUE (source, source_id),
    CONSTRAINT model_tier_known CHECK (tier IN ('listed', 'examined')),
    CONSTRAINT model_parameters_counts CHECK (parameters >= 0)
);
COMMENT ON TABLE model IS
    'A repository by the identity that its source gives it. Names move between repositories; the id does not, '
    'so approvals pin the id.';
COMMENT ON COLUMN model.name_lost_at IS 'Since when another repository holds this name, or nobody does.';
COMMENT ON COLUMN model.released_at IS 'Copied from the current snapshot or list item: lists sort by it.';
COMMENT ON COLUMN model.parameters IS 'Copied from the current snapshot or list item: lists sort by it.';
COMMENT ON COLUMN model.owner_lower IS 'Collation C: prefix search and keyset paging share one plain index.';
CREATE UNIQUE INDEX model_name_held ON model (source, owner_lower, name_lower) WHERE name_lost_at IS NULL;
CREATE INDEX model_by_name ON model (full_name_lower, id);
CREATE INDEX model_by_short_name ON model (name_lower, id);
CREATE INDEX model_by_released ON model (released_at DESC NULLS LAST, id);
CREATE INDEX model_by_parameters ON model (parameters DESC NULLS LAST, id);
CREATE INDEX model_by_profile ON model (current_profile_id, id);
CREATE INDEX model_by_name_part ON model USING gin (full_name_lower gin_trgm_ops);
GRANT SELECT, INSERT, UPDATE ON model TO "${appRole}";

CREATE TABLE model_name (
    model_id bigint NOT NULL,
    owner text NOT NULL,
    name text NOT NULL,
    seen_from timestamptz NOT NULL,
    seen_to timestamptz,
    CONSTRAINT model_name_pk PRIMARY KEY (model_id, seen_from),
    CONSTRAINT model_name_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT model_name_span CHECK (seen_to >= seen_from)
);
COMMENT ON TABLE model_name IS 'Names that a model had, so that an old link or decision can be understood.';
CREATE INDEX model_name_by_name ON model_name (lower(owner), lower(name));
GRANT SELECT, INSERT ON model_name TO "${appRole}";
GRANT UPDATE (seen_to) ON model_name TO "${appRole}";

CREATE TABLE popularity (
    model_id bigint NOT NULL,
    downloads bigint NOT NULL,
    likes bigint NOT NULL,
    CONSTRAINT popularity_pk PRIMARY KEY (model_id),
    CONSTRAINT popularity_model_fk FOREIGN KEY (model_id) REFERENCES model (id)
);
COMMENT ON TABLE popularity IS
    'Counters apart from the model and written only when they move by more than 5 %: updating an indexed '
    'counter on wide rows costs minutes at catalog size.';
CREATE INDEX popularity_by_downloads ON popularity (downloads DESC, model_id);
CREATE INDEX popularity_by_likes ON popularity (likes DESC, model_id);
GRANT SELECT, INSERT, UPDATE ON popularity TO "${appRole}";
