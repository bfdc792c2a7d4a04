-- Somebody whose personal data was erased: the row stays, since decisions and the audit chain name its id, under a
-- pseudonym and without any way back.
ALTER TABLE person DROP CONSTRAINT person_state_known;
ALTER TABLE person ADD CONSTRAINT person_state_known CHECK (state IN ('active', 'deactivated', 'erased'));

CREATE FUNCTION person_stays_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the personal data of % was erased: nothing is written about the person any more', OLD.id;
END $$;
CREATE TRIGGER person_stays_erased BEFORE UPDATE ON person
    FOR EACH ROW WHEN (OLD.state = 'erased') EXECUTE FUNCTION person_stays_erased();

-- Who accepted a text, or whose reading it is, can be a person. Nothing else of an instrument ever changes.
GRANT UPDATE (party) ON instrument TO "${appRole}";
CREATE FUNCTION instrument_party_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'instrument % stays as it was recorded', OLD.id;
END $$;
CREATE TRIGGER instrument_party_erased BEFORE UPDATE ON instrument
    FOR EACH ROW WHEN (OLD.kind = 'agreement' OR NEW.party !~ '^former person [0-9A-F]+$')
    EXECUTE FUNCTION instrument_party_erased();
