ALTER TABLE person_profile ADD COLUMN language text NOT NULL DEFAULT 'en';
ALTER TABLE person_profile ADD CONSTRAINT person_profile_language_shape CHECK (language ~ '^[a-z]{2}$');
COMMENT ON COLUMN person_profile.language IS 'In which e-mails are written. The closed list of languages lives in code.';
