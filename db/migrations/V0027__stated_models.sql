ALTER TABLE model DROP CONSTRAINT model_tier_known;
ALTER TABLE model ADD CONSTRAINT model_tier_known CHECK (tier IN ('stated', 'listed', 'examined'));
COMMENT ON COLUMN model.tier IS
    'How closely it is known: stated by somebody and never seen on its source, listed there, or examined with all evidence.';
COMMENT ON COLUMN model.released_at IS
    'Day of the known release, or else copied from the current snapshot or list item: lists sort by it.';
COMMENT ON COLUMN model.parameters IS
    'Copied from the current snapshot; where it counts none, as the release states them: lists sort by it.';
