ALTER TABLE release_entry ADD COLUMN told_days integer;
COMMENT ON COLUMN release_entry.told_days IS
    'How many days ahead people were last told that it retires something; none since its day was set.';
CREATE INDEX release_entry_retiring ON release_entry (first_day, id)
    WHERE state = 'stands' AND kind IN ('deprecated', 'retired');
