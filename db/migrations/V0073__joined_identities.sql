-- A trip to the provider can also join its identity to an account: of the person who was signed in when it began.
ALTER TABLE sign_in_flow ADD COLUMN joins uuid;
ALTER TABLE sign_in_flow ADD CONSTRAINT sign_in_flow_joins_fk FOREIGN KEY (joins) REFERENCES person (id);
COMMENT ON COLUMN sign_in_flow.joins IS 'Whose account gets the identity; null for a sign-in.';
