-- Two roles from the first day: the owner, who runs these files, and the application role, which may only
-- do what each file grants it. Grants stand beside the table they are for.
GRANT USAGE ON SCHEMA public TO "${appRole}";
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Searches by a part of a name. A trusted extension, so the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
