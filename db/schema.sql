-- The session file (*.fkp), format 4. This file is the description of the format's tables and is
-- compiled into the program; PRAGMA application_id and user_version are set by db/open.c.
--
-- The change log (writer, grp, change) is the truth. The tables of entities below it are its
-- result and can be dropped and built again at any time (store_rebuild). Ids are UUIDs in 16
-- bytes; stamps are milliseconds since 1970 UTC; dates are text YYYY-MM-DD; times of day are
-- minutes; flags are 0 or 1; closed lists are text codes; NULL means "not given". The bytes that
-- are hashed are described in db/chain.h.

-- Facts about the file itself: key 'session' holds the id of the one session row.
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per run of the program that stored something. Copies of a file never share a writer.
-- Person and machine may be erased (salt becomes NULL); `proof` stays and keeps the chain whole.
CREATE TABLE writer (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    started_at INTEGER NOT NULL,
    person TEXT,
    machine TEXT,
    salt BLOB CHECK (length(salt) = 16),
    proof BLOB NOT NULL CHECK (length(proof) = 32)
) STRICT, WITHOUT ROWID;

-- One action of a user. `kind` is do, undo, redo, settle, lock, unlock or erase; `of` is the
-- group that was undone or redone; `action` is a stable code. The reason may be erased like a
-- value. `first` is the seq of its first change: a group's changes follow each other in its writer's
-- chain, so it is found there without an index of its own.
CREATE TABLE grp (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    writer BLOB NOT NULL,
    first INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'settle', 'lock', 'unlock', 'erase')),
    of BLOB CHECK (length(of) = 16),
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    reason TEXT,
    salt BLOB CHECK (length(salt) = 16),
    proof BLOB NOT NULL CHECK (length(proof) = 32)
) STRICT, WITHOUT ROWID;

-- One field of one row got a value. `seq` counts from 1 within a writer. Changes of one row that were
-- logged together are a run: its first one says in `run` how many they are (1: it stands alone), the
-- others have NULL there, and only the first is indexed by its row. `hlc` is the hybrid
-- clock (milliseconds << 16 | counter). base_writer and base_seq name the change whose value the
-- writer saw (NULL: the field had none). `seen`, only for the field "deleted" being set to 1:
-- how many changes of the row's other fields the writer knew. `proof` hides the value behind the
-- salt; erasing a value sets value and salt to NULL and erased to 1. Names of unknown entities
-- and fields are kept and passed on. Ten of these rows are an entry, so nothing is asked of a row
-- here that the chain tells anyway (that writer and group exist, that ids and hashes are whole).
CREATE TABLE change (
    writer BLOB NOT NULL,
    seq INTEGER NOT NULL,
    run INTEGER,
    hlc INTEGER NOT NULL,
    grp BLOB NOT NULL,
    entity TEXT NOT NULL,
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    base_writer BLOB,
    base_seq INTEGER,
    seen INTEGER,
    salt BLOB,
    value ANY,
    erased INTEGER NOT NULL DEFAULT 0,
    proof BLOB NOT NULL,
    chain BLOB NOT NULL,
    PRIMARY KEY (writer, seq),
    CHECK ((base_writer IS NULL) = (base_seq IS NULL)),
    CHECK (erased = (salt IS NULL)),
    CHECK (erased = 0 OR value IS NULL)
) STRICT;
CREATE INDEX change_row ON change (row, entity) WHERE run IS NOT NULL;

-- The log only grows. The one UPDATE that is let through blanks a value and its salt. A BEFORE
-- INSERT guard stands beside them because INSERT OR REPLACE walks past the other two.
CREATE TRIGGER change_no_update BEFORE UPDATE ON change
WHEN NOT (NEW.value IS NULL AND NEW.salt IS NULL AND NEW.erased = 1
    AND NEW.writer IS OLD.writer AND NEW.seq IS OLD.seq AND NEW.run IS OLD.run AND NEW.hlc IS OLD.hlc
    AND NEW.grp IS OLD.grp AND NEW.entity IS OLD.entity AND NEW.row IS OLD.row
    AND NEW.field IS OLD.field AND NEW.base_writer IS OLD.base_writer
    AND NEW.base_seq IS OLD.base_seq AND NEW.seen IS OLD.seen
    AND NEW.proof IS OLD.proof AND NEW.chain IS OLD.chain)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_no_replace BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE writer = NEW.writer AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER grp_no_update BEFORE UPDATE ON grp
WHEN NOT (NEW.reason IS NULL AND NEW.salt IS NULL
    AND NEW.id IS OLD.id AND NEW.writer IS OLD.writer AND NEW.first IS OLD.first
    AND NEW.kind IS OLD.kind
    AND NEW.of IS OLD.of AND NEW.at IS OLD.at AND NEW.action IS OLD.action
    AND NEW.proof IS OLD.proof)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER grp_no_delete BEFORE DELETE ON grp
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER grp_no_replace BEFORE INSERT ON grp
WHEN EXISTS (SELECT 1 FROM grp WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER writer_no_update BEFORE UPDATE ON writer
WHEN NOT (NEW.person IS NULL AND NEW.machine IS NULL AND NEW.salt IS NULL
    AND NEW.id IS OLD.id AND NEW.started_at IS OLD.started_at AND NEW.proof IS OLD.proof)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER writer_no_delete BEFORE DELETE ON writer
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER writer_no_replace BEFORE INSERT ON writer
WHEN EXISTS (SELECT 1 FROM writer WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Fields that have more than one head since a merge, so that the list of conflicts need not read
-- the whole log. Made from the log like the tables below.
CREATE TABLE forked (
    entity TEXT NOT NULL,
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (entity, row, field)
) STRICT, WITHOUT ROWID;

-- How many live contributions of an agenda item (zeros: of none) have a number, and how many have
-- something to complete: the counts of the status line, kept with every change of a contribution so
-- that asking does not take longer the longer the day gets. Made from the log like the tables below.
CREATE TABLE tally (
    agenda BLOB PRIMARY KEY NOT NULL CHECK (length(agenda) = 16),
    counted INTEGER NOT NULL,
    gaps INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Half-typed texts by the run of the program that writes them and the name of their text field (app/drafts.c),
-- offered again after a crash. Not in the log, never in a copy.
CREATE TABLE draft (
    key TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Bytes of pictures and scans under their SHA-256 (lower-case hex). Not in the log; the row of
-- table document that names them is.
CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
    bytes BLOB NOT NULL
) STRICT;

-- Entities. Columns are the fields of src/model/entities.def in the same order, plus `deleted`.
-- Every column may be NULL, because a row comes field by field out of the log. Ids ascend in time, so
-- that a table in their order grows at its end.

-- The one row of what the whole session shares: theme, unit, date, place, how papers look. Its
-- id is meta.session; the row exists from the start, before any change.
CREATE TABLE session (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    theme TEXT,
    unit TEXT,
    unit_short TEXT,
    institution TEXT,
    unit_head TEXT,
    date TEXT,
    start_time INTEGER,
    end_time INTEGER,
    zone TEXT,
    place TEXT,
    town TEXT,
    letterhead TEXT,
    topic TEXT,
    mode TEXT,
    method TEXT,
    participation TEXT,
    ba_title TEXT,
    ba_number TEXT,
    copies INTEGER,
    paper TEXT,
    margin_top INTEGER,
    margin_bottom INTEGER,
    margin_left INTEGER,
    margin_right INTEGER,
    font_size INTEGER,
    date_style TEXT,
    words_case TEXT,
    with_logo INTEGER,
    with_number INTEGER,
    with_legal INTEGER,
    with_responsible INTEGER,
    with_source INTEGER,
    with_phone INTEGER,
    with_commitment INTEGER,
    with_attendance INTEGER,
    with_parked INTEGER,
    with_photos INTEGER,
    ba_variant TEXT,
    considered TEXT,
    with_component INTEGER,
    with_status INTEGER,
    with_objections INTEGER,
    with_positions INTEGER,
    attendance_form TEXT,
    spare_rows INTEGER,
    photos_per_page INTEGER,
    letter_number TEXT,
    letter_date TEXT,
    letter_nature TEXT,
    letter_enclosure TEXT,
    letter_note TEXT,
    team_decree TEXT,
    foreword TEXT,
    background TEXT,
    purpose TEXT,
    conclusion TEXT,
    suggestion TEXT,
    ground_rules TEXT,
    current_agenda BLOB REFERENCES agenda (id) DEFERRABLE INITIALLY DEFERRED,
    numbers_fixed_at INTEGER,
    read_aloud_at INTEGER,
    report_due TEXT,
    note TEXT,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX session_current_agenda ON session (current_agenda) WHERE current_agenda IS NOT NULL;

-- The legal bases printed at the head of the berita acara, in the order `ord`.
CREATE TABLE legal_basis (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    ord INTEGER,
    text TEXT,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX legal_basis_ord ON legal_basis (ord);

-- A person, or an invited office without a person yet (name NULL, invited_as filled). `number`
-- is the number in the attendance list. `fold` holds name, other_names, invited_as and
-- organization folded for search; the store keeps it.
CREATE TABLE participant (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    name TEXT,
    other_names TEXT,
    invited_as TEXT,
    position TEXT,
    organization TEXT,
    unsur TEXT,
    sex TEXT,
    phone TEXT,
    phone_raw TEXT,
    nip TEXT,
    rank TEXT,
    role TEXT,
    invited INTEGER,
    attendance TEXT,
    represents BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    arrived_at INTEGER,
    channel TEXT,
    need TEXT,
    name_public INTEGER,
    photo_consent INTEGER,
    note TEXT,
    fold TEXT,
    address TEXT,
    from_paper INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_number ON participant (number);
CREATE INDEX participant_represents ON participant (represents) WHERE represents IS NOT NULL;

-- The items of the day in the order `ord`, with planned minutes and the stamps of when each
-- began and ended.
CREATE TABLE agenda (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    ord INTEGER,
    title TEXT,
    kind TEXT,
    start_time INTEGER,
    minutes INTEGER,
    person TEXT,
    started_at INTEGER,
    ended_at INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_ord ON agenda (ord);

-- What the forum is about, from which source, and the tag that is typed as #tag.
CREATE TABLE issue (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    title TEXT,
    tag TEXT,
    description TEXT,
    source TEXT,
    source_note TEXT,
    owner TEXT,
    skm_element TEXT,
    sp_component TEXT,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX issue_number ON issue (number);

-- What was said, one row per turn. `number` counts inputs only (NULL for catatan_acara and
-- continued turns). `text` is the spoken word (personal data), `wording` the clean rumusan.
-- `gap` is 1 while something is still to be completed. `fold` holds text and wording folded for
-- search; the store keeps it.
CREATE TABLE contribution (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    kind TEXT,
    speaker BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    speaker_unsur TEXT,
    anonymous INTEGER,
    speaker_unknown INTEGER,
    continues BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT,
    wording TEXT,
    at INTEGER,
    agenda BLOB REFERENCES agenda (id) DEFERRABLE INITIALLY DEFERRED,
    channel TEXT,
    via TEXT,
    gap INTEGER,
    fold TEXT,
    from_paper INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX contribution_number ON contribution (number);
CREATE INDEX contribution_speaker ON contribution (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX contribution_continues ON contribution (continues) WHERE continues IS NOT NULL;
-- Also the pages of one agenda item: an index ends in the id.
CREATE INDEX contribution_agenda ON contribution (agenda) WHERE agenda IS NOT NULL;

-- Which input belongs to which issue. The id is hashed from the pair, so that two laptops that
-- link the same rows make the same row.
CREATE TABLE contribution_issue (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    contribution BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    issue BLOB REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX contribution_issue_contribution ON contribution_issue (contribution)
WHERE contribution IS NOT NULL;
CREATE INDEX contribution_issue_issue ON contribution_issue (issue) WHERE issue IS NOT NULL;

-- Which contribution (kind tanggapan) answers which other one.
CREATE TABLE reply (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    answer BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    question BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX reply_answer ON reply (answer) WHERE answer IS NOT NULL;
CREATE INDEX reply_question ON reply (question) WHERE question IS NOT NULL;

-- Tempat parkir: proposals not taken up now, with the promise of an answer.
CREATE TABLE parked (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    text TEXT,
    proposer BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    contribution BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    channel TEXT,
    reason TEXT,
    forwarded_to TEXT,
    answer_by TEXT,
    from_paper INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX parked_number ON parked (number);
CREATE INDEX parked_proposer ON parked (proposer) WHERE proposer IS NOT NULL;
CREATE INDEX parked_contribution ON parked (contribution) WHERE contribution IS NOT NULL;

-- The agreements (kesepakatan) in the order `number`; horizon with duration or a date, status,
-- and later the follow-up.
CREATE TABLE agreement (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    problem TEXT,
    recommendation TEXT,
    responsible TEXT,
    horizon TEXT,
    duration INTEGER,
    duration_unit TEXT,
    due TEXT,
    status TEXT,
    status_reason TEXT,
    issue BLOB REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
    feasibility TEXT,
    skm_element TEXT,
    sp_component TEXT,
    agreed_at INTEGER,
    agreed_present INTEGER,
    read_aloud_at INTEGER,
    action_plan TEXT,
    indicator TEXT,
    progress TEXT,
    percent INTEGER,
    progress_note TEXT,
    proof TEXT,
    action_start TEXT,
    from_paper INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_number ON agreement (number);
CREATE INDEX agreement_issue ON agreement (issue) WHERE issue IS NOT NULL;

-- The inputs that an agreement comes from.
CREATE TABLE agreement_contribution (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    agreement BLOB REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    contribution BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_contribution_agreement ON agreement_contribution (agreement)
WHERE agreement IS NOT NULL;
CREATE INDEX agreement_contribution_contribution ON agreement_contribution (contribution)
WHERE contribution IS NOT NULL;

-- Head count of a stance towards an agreement, per unsur (participant NULL) or of one person.
CREATE TABLE position (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    agreement BLOB REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    unsur TEXT,
    participant BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    stance TEXT,
    count INTEGER,
    note TEXT,
    from_paper INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX position_agreement ON position (agreement) WHERE agreement IS NOT NULL;
CREATE INDEX position_participant ON position (participant) WHERE participant IS NOT NULL;

-- An objection against an agreement, as it is printed and as it was read back.
CREATE TABLE objection (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    agreement BLOB REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    participant BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    party TEXT,
    text TEXT,
    reason TEXT,
    reason_withheld INTEGER,
    reply TEXT,
    read_back INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX objection_number ON objection (number);
CREATE INDEX objection_agreement ON objection (agreement) WHERE agreement IS NOT NULL;
CREATE INDEX objection_participant ON objection (participant) WHERE participant IS NOT NULL;

-- Each time a deadline was moved: the old and the new day and why.
CREATE TABLE deadline_move (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    agreement BLOB REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    old_due TEXT,
    new_due TEXT,
    reason TEXT,
    at INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_move_agreement ON deadline_move (agreement) WHERE agreement IS NOT NULL;

-- Pictures and scans (stored = 1: bytes in table blob under sha256) and recordings that stay
-- where they are (stored = 0).
CREATE TABLE document (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    ord INTEGER,
    kind TEXT,
    caption TEXT,
    taken_at INTEGER,
    file_name TEXT,
    mime TEXT,
    size INTEGER,
    sha256 TEXT,
    stored INTEGER,
    withheld INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX document_ord ON document (ord);
CREATE INDEX document_sha256 ON document (sha256) WHERE sha256 IS NOT NULL;

-- Who signs, in the order `ord`, and the state of the signature.
CREATE TABLE signatory (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    ord INTEGER,
    participant BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT,
    prefix TEXT,
    position TEXT,
    role TEXT,
    rank TEXT,
    nip TEXT,
    state TEXT,
    state_reason TEXT,
    signed_at INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX signatory_ord ON signatory (ord);
CREATE INDEX signatory_participant ON signatory (participant) WHERE participant IS NOT NULL;

-- naskah dikunci: `cut` names the last change of each writer, `fingerprint` covers them
-- (db/chain.h). A lock with unlocked_at NULL is in force.
CREATE TABLE lock (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    revision INTEGER,
    cut TEXT,
    fingerprint TEXT,
    at INTEGER,
    reason TEXT,
    unlocked_at INTEGER,
    unlock_reason TEXT,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
