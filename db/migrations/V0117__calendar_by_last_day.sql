-- The last days are asked for more often than all of the past, in which most events lie.
CREATE INDEX calendar_event_by_last_day ON calendar_event (last_day, id);
