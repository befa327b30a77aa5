-- The change log: writing, reading, and the bounds of a transaction.

-- STMT_BEGIN_WRITE
BEGIN IMMEDIATE
-- STMT_BEGIN_READ
BEGIN
-- STMT_COMMIT
COMMIT
-- STMT_ROLLBACK
ROLLBACK

-- Facts about the file
-- STMT_META_GET
SELECT value FROM meta WHERE key = ?1
-- STMT_META_PUT
INSERT INTO meta (key, value) VALUES (?1, ?2)

-- STMT_GROUP_STORED
SELECT count(*) FROM grp WHERE id = ?1
-- The newest hybrid clock in the file: the last change of each writer.
-- STMT_HLC_MAX
SELECT max((SELECT hlc FROM change WHERE writer = w.id ORDER BY seq DESC LIMIT 1)) FROM writer AS w

-- STMT_WRITER_TIP
SELECT seq, chain FROM change WHERE writer = ?1 ORDER BY seq DESC LIMIT 1
-- STMT_WRITER_ADD
INSERT INTO writer (id, started_at, person, machine, salt, proof) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
-- STMT_GROUP_ADD
INSERT INTO grp (id, writer, first, kind, of, at, action, reason, salt, proof)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
-- STMT_CHANGE_ADD
INSERT INTO change (writer, seq, run, hlc, grp, entity, row, field, base_writer, base_seq, seen, salt,
    value, proof, chain)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)

-- Every change of one field, and of one row, in any order: by the runs (r) that the row has.
-- STMT_CHANGES_OF_FIELD
SELECT c.writer, c.seq, c.hlc, c.grp, g.kind, g.of, c.entity, c.row, c.field, c.base_writer,
    c.base_seq, c.seen, c.value, c.erased
FROM change AS r JOIN change AS c ON c.writer = r.writer AND c.seq BETWEEN r.seq AND r.seq + r.run - 1
    JOIN grp AS g ON g.id = c.grp
WHERE r.row = ?2 AND r.entity = ?1 AND r.run IS NOT NULL AND c.field = ?3
-- STMT_CHANGES_OF_ROW
SELECT c.writer, c.seq, c.hlc, c.grp, g.kind, g.of, c.entity, c.row, c.field, c.base_writer,
    c.base_seq, c.seen, c.value, c.erased
FROM change AS r JOIN change AS c ON c.writer = r.writer AND c.seq BETWEEN r.seq AND r.seq + r.run - 1
    JOIN grp AS g ON g.id = c.grp
WHERE r.row = ?2 AND r.entity = ?1 AND r.run IS NOT NULL
-- Every change of one group in the order they were written, and then its writer's later ones: who reads them stops at
-- the first of another group.
-- STMT_CHANGES_OF_GROUP
SELECT c.writer, c.seq, c.hlc, c.grp, o.kind, o.of, c.entity, c.row, c.field, c.base_writer,
    c.base_seq, c.seen, c.value, c.erased
FROM grp AS o JOIN change AS c ON c.writer = o.writer AND c.seq >= o.first
WHERE o.id = ?1
ORDER BY c.seq
-- How many changes a row's fields other than "deleted" have had; erasures do not count as edits.
-- STMT_EDITS_OF_ROW
SELECT count(*)
FROM change AS r JOIN change AS c ON c.writer = r.writer AND c.seq BETWEEN r.seq AND r.seq + r.run - 1
    JOIN grp AS g ON g.id = c.grp
WHERE r.row = ?2 AND r.entity = ?1 AND r.run IS NOT NULL AND c.field <> 'deleted' AND g.kind <> 'erase'
-- Who made a change, for a sentence.
-- STMT_AUTHOR
SELECT w.person, g.at FROM grp AS g JOIN writer AS w ON w.id = g.writer WHERE g.id = ?1

-- Derived search columns
-- STMT_FOLD_PARTICIPANT
UPDATE participant SET fold = ?2 WHERE id = ?1
-- STMT_FOLD_CONTRIBUTION
UPDATE contribution SET fold = ?2 WHERE id = ?1

-- Rows of the whole log, one after the other, for rebuilding and checking.
-- STMT_ROWS_OF_LOG
SELECT DISTINCT row, entity FROM change WHERE run IS NOT NULL ORDER BY row, entity
-- STMT_FORKED_PUT
INSERT INTO forked (entity, row, field) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING

-- The log as data
-- STMT_WRITERS
SELECT id, person, machine, started_at FROM writer ORDER BY id
-- STMT_LOG
SELECT writer, seq, hlc, grp, entity, row, field, base_writer, base_seq, value, erased, chain
FROM change ORDER BY writer, seq

-- The newest ids whose order means time: of an action, of a note.
-- STMT_NEWEST_IDS
SELECT (SELECT max(id) FROM grp), (SELECT max(id) FROM contribution)
-- STMT_GROUP
SELECT g.id, g.kind, g.of, g.action, g.at FROM grp AS g WHERE g.id = ?1

-- History: groups newest first before ?1, their changes with the value before (and later ones, as above).
-- STMT_HISTORY
SELECT g.id, g.kind, g.at, w.person, w.machine, g.action, g.reason, g.writer, g.of
FROM grp AS g JOIN writer AS w ON w.id = g.writer
WHERE g.id < ?1
ORDER BY g.id DESC LIMIT ?2
-- STMT_HISTORY_CHANGES
SELECT c.entity, c.row, c.field, b.value, c.value, c.erased, c.grp
FROM grp AS o JOIN change AS c ON c.writer = o.writer AND c.seq >= o.first
    LEFT JOIN change AS b ON b.writer = c.base_writer AND b.seq = c.base_seq
WHERE o.id = ?1
ORDER BY c.seq

-- Cuts and chains
-- STMT_TIPS
SELECT w.id, (SELECT max(c.seq) FROM change AS c WHERE c.writer = w.id)
FROM writer AS w ORDER BY w.id
-- STMT_CHAIN_OF_WRITER
SELECT seq, chain FROM change WHERE writer = ?1 AND seq <= ?2 ORDER BY seq
-- STMT_CHAIN_AT
SELECT chain FROM change WHERE writer = ?1 AND seq = ?2
-- STMT_WRITER_PROOFS
SELECT id, started_at, person, machine, salt, proof FROM writer ORDER BY id
-- STMT_CHAIN_ROWS
SELECT c.seq, c.hlc, c.entity, c.row, c.field, c.base_writer, c.base_seq, c.seen, c.salt, c.value,
    c.erased, c.proof, c.chain,
    g.id, g.writer, g.kind, g.of, g.at, g.action, g.reason, g.salt, g.proof, g.first, c.run
FROM change AS c JOIN grp AS g ON g.id = c.grp
WHERE c.writer = ?1 AND c.seq > ?2
ORDER BY c.seq
-- STMT_GROUPS_WITHOUT_CHANGES
SELECT count(*) FROM grp AS g WHERE NOT EXISTS
    (SELECT 1 FROM change AS c WHERE c.writer = g.writer AND c.seq = g.first AND c.grp = g.id)
-- STMT_BLANKED_WITHOUT_ERASURE
SELECT DISTINCT c.entity, c.row, c.field FROM change AS c
WHERE c.erased = 1 AND NOT EXISTS
    (SELECT 1 FROM change AS r JOIN change AS x ON x.writer = r.writer AND x.seq BETWEEN r.seq AND r.seq + r.run - 1
        JOIN grp AS g ON g.id = x.grp
    WHERE r.row = c.row AND r.entity = c.entity AND r.run IS NOT NULL AND x.field = c.field AND g.kind = 'erase')

-- Forks and conflicts
-- STMT_FORKED
SELECT entity, row, field FROM forked ORDER BY entity, row, field
-- STMT_FORKED_CLEAR
DELETE FROM forked

-- The session's row exists before any change of it.
-- STMT_SESSION_ROW
INSERT INTO session (id) VALUES (?1) ON CONFLICT DO NOTHING

-- Erasing
-- STMT_BLANK_CHANGE
UPDATE change SET value = NULL, salt = NULL, erased = 1
WHERE writer = ?1 AND seq = ?2 AND erased = 0
-- STMT_TEXTS
SELECT writer, seq, entity, row, field, value FROM change
WHERE erased = 0 AND typeof(value) = 'text' ORDER BY entity, row, field
-- STMT_REASONS
SELECT id, reason FROM grp WHERE reason IS NOT NULL
-- STMT_BLANK_REASON
UPDATE grp SET reason = NULL, salt = NULL WHERE id = ?1
-- STMT_BLANK_WRITER
UPDATE writer SET person = NULL, machine = NULL, salt = NULL WHERE id = ?1

-- Merging
-- STMT_ERASE_GROUPS
SELECT count(*) FROM grp WHERE kind = 'erase'
-- STMT_GROUP_ROW
SELECT writer, kind, of, at, action, reason, salt, proof, first FROM grp WHERE id = ?1
-- STMT_WRITER_ROW
SELECT started_at, person, machine, salt, proof FROM writer WHERE id = ?1
-- STMT_CHANGE_TAKE
INSERT INTO change (writer, seq, run, hlc, grp, entity, row, field, base_writer, base_seq, seen, salt,
    value, erased, proof, chain)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
-- STMT_RUNS_OF_ROW
SELECT count(*) FROM change WHERE row = ?2 AND entity = ?1 AND run IS NOT NULL
-- STMT_BLANKED_REASONS
SELECT id, salt FROM grp WHERE salt IS NULL
