-- What a token made ends with it: whoever takes a leaked token away must not have to look for its children.
ALTER TABLE api_token ADD COLUMN made_with uuid;
ALTER TABLE api_token ADD CONSTRAINT api_token_made_with_fk FOREIGN KEY (made_with) REFERENCES api_token (id);
CREATE INDEX api_token_by_maker ON api_token (made_with) WHERE made_with IS NOT NULL;
COMMENT ON COLUMN api_token.made_with IS 'The token with which a program made this one.';
