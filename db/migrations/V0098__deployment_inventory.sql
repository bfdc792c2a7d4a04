CREATE TABLE deployment_inventory (
    deployment_key text NOT NULL,
    format text NOT NULL,
    entries text NOT NULL,
    stored_at timestamptz NOT NULL,
    stored_by text NOT NULL,
    CONSTRAINT deployment_inventory_pk PRIMARY KEY (deployment_key),
    CONSTRAINT deployment_inventory_deployment_fk FOREIGN KEY (deployment_key) REFERENCES deployment (key)
);
COMMENT ON TABLE deployment_inventory IS
    'The models that a deployment says it runs, as its last bill of materials named them; the document itself is not kept.';
GRANT SELECT, INSERT ON deployment_inventory TO "${appRole}";
GRANT UPDATE (format, entries, stored_at, stored_by) ON deployment_inventory TO "${appRole}";
