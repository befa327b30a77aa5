-- Pages, search and counts of the notes (table contribution). INDEXED BY, because without
-- statistics the planner may walk another way.

-- Newest first before ?1, of all.
-- STMT_NOTES_PAGE
SELECT id FROM contribution
WHERE deleted IS NOT 1 AND id < ?1
ORDER BY id DESC LIMIT ?2
-- The same within the agenda item ?3.
-- STMT_NOTES_PAGE_OF_AGENDA
SELECT id FROM contribution INDEXED BY contribution_agenda
WHERE deleted IS NOT 1 AND agenda = ?3 AND id < ?1
ORDER BY id DESC LIMIT ?2
-- Notes whose folded words, or whose speaker, hold ?1.
-- STMT_NOTES_SEARCH
SELECT c.id FROM contribution AS c LEFT JOIN participant AS p ON p.id = c.speaker
WHERE c.deleted IS NOT 1 AND (instr(c.fold, ?1) > 0 OR instr(p.fold, ?1) > 0)
ORDER BY c.id DESC LIMIT ?2
-- Who has had the word today: one look into the index for each person.
-- STMT_SPEAKERS
SELECT id FROM participant AS p WHERE EXISTS
    (SELECT 1 FROM contribution AS c WHERE c.speaker = p.id AND c.deleted IS NOT 1)
ORDER BY id LIMIT ?1
-- STMT_NOTES_COUNTS
SELECT coalesce(sum(counted), 0), coalesce(sum(gaps), 0),
    coalesce(sum(counted) FILTER (WHERE agenda = ?1), 0),
    coalesce(sum(gaps) FILTER (WHERE agenda = ?1), 0)
FROM tally
-- Adds what row ?1 counts, times ?2: -1 before it changes, 1 afterwards.
-- STMT_TALLY
INSERT INTO tally (agenda, counted, gaps)
SELECT coalesce(agenda, zeroblob(16)), ?2 * (number IS NOT NULL AND kind IS NOT 'catatan_acara'), ?2 * (gap IS 1)
FROM contribution WHERE id = ?1 AND deleted IS NOT 1
ON CONFLICT (agenda) DO UPDATE SET counted = counted + excluded.counted,
    gaps = gaps + excluded.gaps
-- STMT_TALLY_CLEAR
DELETE FROM tally
-- How many agenda items are counted wrongly.
-- STMT_TALLY_WRONG
SELECT count(*) FROM tally AS t WHERE
    counted <> (SELECT count(*) FROM contribution AS c WHERE c.deleted IS NOT 1
        AND c.number IS NOT NULL AND c.kind IS NOT 'catatan_acara'
        AND c.agenda IS nullif(t.agenda, zeroblob(16)))
    OR gaps <> (SELECT count(*) FROM contribution AS c WHERE c.deleted IS NOT 1
        AND c.gap = 1 AND c.agenda IS nullif(t.agenda, zeroblob(16)))
