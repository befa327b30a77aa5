-- Pages, search and counts of the notes (table contribution).

-- Newest first before ?1, of all.
-- STMT_NOTES_PAGE
SELECT id FROM contribution
WHERE deleted IS NOT 1 AND id < ?1
ORDER BY id DESC LIMIT ?2
-- The same within the agenda item ?3.
-- STMT_NOTES_PAGE_OF_AGENDA
SELECT id FROM contribution
WHERE deleted IS NOT 1 AND agenda = ?3 AND id < ?1
ORDER BY id DESC LIMIT ?2
-- Notes whose folded words, or whose speaker, hold ?1.
-- STMT_NOTES_SEARCH
SELECT c.id FROM contribution AS c LEFT JOIN participant AS p ON p.id = c.speaker
WHERE c.deleted IS NOT 1 AND (instr(c.fold, ?1) > 0 OR instr(p.fold, ?1) > 0)
ORDER BY c.id DESC LIMIT ?2
-- STMT_NOTES_COUNTS
SELECT
    (SELECT count(*) FROM contribution WHERE deleted IS NOT 1 AND number IS NOT NULL),
    (SELECT count(*) FROM contribution WHERE deleted IS NOT 1 AND gap = 1),
    (SELECT count(*) FROM contribution
        WHERE deleted IS NOT 1 AND number IS NOT NULL AND agenda = ?1),
    (SELECT count(*) FROM contribution WHERE deleted IS NOT 1 AND gap = 1 AND agenda = ?1)
