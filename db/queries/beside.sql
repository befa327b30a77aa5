-- What is kept beside the log: drafts and bytes of pictures.

-- STMT_DRAFT_PUT
INSERT INTO draft (key, text, at) VALUES (?1, ?2, ?3)
ON CONFLICT (key) DO UPDATE SET text = excluded.text, at = excluded.at
-- STMT_DRAFT_DELETE
DELETE FROM draft WHERE key = ?1
-- STMT_DRAFTS_RENAME
UPDATE draft SET key = ?2 || substr(key, length(?1) + 1) WHERE key >= ?1 AND key < ?1 || char(1114111)
-- STMT_DRAFTS
SELECT key, text, at FROM draft ORDER BY key

-- STMT_BLOB_PUT
INSERT INTO blob (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING
-- STMT_BLOB_GET
SELECT bytes FROM blob WHERE sha256 = ?1
-- STMT_DATA_VERSION
PRAGMA data_version
-- STMT_BLOBS
SELECT sha256, bytes FROM blob ORDER BY sha256
-- STMT_BLOB_STORED
SELECT count(*) FROM blob WHERE sha256 = ?1
-- STMT_BLOB_DELETE
DELETE FROM blob WHERE sha256 = ?1
-- Live documents that keep these bytes.
-- STMT_BLOB_USERS
SELECT count(*) FROM document WHERE sha256 = ?1 AND stored = 1 AND deleted IS NOT 1
