-- The board sorts by one of these; the first filter that somebody picks is mostly state, requester, model or deployment.
CREATE INDEX approval_request_changed ON approval_request (changed_at, id);
CREATE INDEX approval_request_created ON approval_request (created_at, id);
CREATE INDEX approval_request_needed ON approval_request ((COALESCE(needed_by, DATE 'infinity')), id);
CREATE INDEX approval_request_by_deployment ON approval_request (deployment_key, changed_at, id);
CREATE INDEX approval_request_by_name ON approval_request (lower(model), changed_at, id);
