/* What the store tells about the log, history, conflicts and checks: plain structs that app hands on to
 * screens and commands. Text lives in the arena that the reading function was given. */
#ifndef MUFAKAT_MODEL_LOG_H
#define MUFAKAT_MODEL_LOG_H

#include "base/sha256.h"
#include "model/dossier.h"

enum group_kind { GROUP_DO, GROUP_UNDO, GROUP_REDO, GROUP_SETTLE, GROUP_LOCK, GROUP_UNLOCK, GROUP_ERASE };
/* "do", "undo", ...: permanent, in the file and in JSON. Static. */
const char *group_kind_code(enum group_kind k);
/* GROUP_DO for NULL and for an unknown code (the table's CHECK does not let it happen). */
enum group_kind group_kind_parse(const char *code);

struct note_counts {
    int64_t counted;      /* numbered inputs */
    int64_t gaps;         /* with something to complete */
    int64_t here_counted; /* the same within the given agenda item */
    int64_t here_gaps;
};

/* What an undo or redo did. */
struct undone {
    struct id group;    /* what was undone or redone */
    const char *action; /* its code, in the arena */
    int64_t at;
};

struct history_change {
    enum entity_kind entity;
    struct id row;
    int field;
    struct value before, after; /* after.type VALUE_NULL and erased when blanked by an erasure */
    bool erased;
};
struct history_group {
    struct id id, writer;
    struct id of; /* what was undone, redone or settled; ID_NONE: nothing */
    enum group_kind kind;
    int64_t at;
    const char *person, *machine, *action, *reason;
    struct history_change *changes;
    size_t n_changes;
};

struct field_version {
    struct value value;
    int64_t at;
    const char *person;
    bool erased;
};

enum finding_kind { FINDING_CHAIN, FINDING_TABLE, FINDING_FORK, FINDING_LOCK, FINDING_INTEGRITY, FINDING_BLOB };
struct verify_finding {
    enum finding_kind kind;
    const char *text; /* a sentence for the user, translated */
};

struct verify_report {
    bool sound; /* no findings */
    int64_t changes, writers, locks;
    struct verify_finding *v;
    size_t n;
};

struct fingerprint_match {
    bool belongs;    /* some lock of this file has it */
    bool latest;     /* and it is the newest lock */
    bool intact;     /* and the state at its cut still hashes to it */
    struct lock lock;
    struct dossier *state; /* the session as it was at that cut */
};

struct erase_result {
    int64_t fields, texts, blobs;
};

struct conflict {
    enum entity_kind entity;
    struct id row;
    int field;
    struct field_version *heads; /* rivals, the shown one first */
    size_t n;
};

struct merge_result {
    int64_t added;
    unsigned touched;
};

/* How far a copy is. */
enum copy_step { COPY_PAPERS, COPY_WRITING, COPY_CHECKING, COPY_FLUSHING };
struct copy_watch {
    /* At each step and while it goes on; percent of this step, -1: unknown. False: stop, nothing of it shall remain. */
    bool (*told)(void *ctx, enum copy_step step, int percent);
    void *ctx;
};

struct draft {
    const char *key;    /* which text field, e.g. "dialog.capture" */
    const char *stored; /* the key in table draft: whose it is, and which text field */
    const char *text;
    int64_t at;
    bool elsewhere; /* another run of the program, which goes on, writes it */
    bool left; /* it stood there when the program was left in the usual way; else it was being written when that stopped */
};

struct log_writer {
    struct id id;
    const char *person, *machine;
    int64_t started_at;
};

struct log_change {
    struct id writer;
    int64_t seq, hlc;
    struct id group;
    const char *entity, *field; /* as in the log, also unknown ones */
    struct id row;
    struct id base_writer; /* ID_NONE when the field had no head */
    int64_t base_seq;
    struct value value;
    bool erased;
    struct hash chain;
};

#endif
