/* What is hashed, byte for byte. Private to the db room; docs/FORMAT.md is written from this
 * comment.
 *
 * Notation: H(...) is SHA-256 over the parts one after the other; u32, u64 are unsigned big-endian
 * numbers of 4 and 8 bytes (a signed number as its two's complement); LP(x) is u32(length of x) and
 * then x. A missing id, number or text is LP of nothing: four zero bytes.
 *
 * - proof of a value: H( salt[16] | type[1] | LP(bytes) );
 *   type 0 null (no bytes), 1 integer (u64), 2 text (UTF-8), 3 blob
 * - proof of a reason: the same with type 2 (type 0 when there is none)
 * - proof of a writer: H( salt[16] | LP(person) | LP(machine) )
 * - start of a writer's chain:
 *   H( LP("mufakat writer 1") | LP(id) | LP(u64 started_at) | LP(proof) )
 * - digest of a group: H( LP("mufakat group 1") | LP(id) | LP(writer) | LP(kind) | LP(of)
 *   | LP(u64 at) | LP(action) | LP(proof) )
 * - chain after a change: H( previous chain[32] | LP("mufakat change 1") | LP(writer) | LP(u64 seq)
 *   | LP(u64 hlc) | LP(digest of its group) | LP(entity) | LP(row) | LP(field) | LP(base_writer)
 *   | LP(u64 base_seq) | LP(u64 seen) | LP(proof) )
 * - cut of a lock: text "writer:seq" for each writer in the order of ids, joined by one blank;
 *   writer as a UUID in lower case, seq decimal
 * - fingerprint of a lock: H( for each writer of the cut in that order, for each seq from 1 to the
 *   cut: writer[16] | u64 seq | chain[32] )
 *
 * Erasing takes away value (reason, person, machine) and salt; the proof stays, so that every chain
 * and every fingerprint still comes out the same, and without the salt nothing can be guessed from
 * it. */
#ifndef MUFAKAT_DB_CHAIN_H
#define MUFAKAT_DB_CHAIN_H

#include "base/id.h"
#include "base/sha256.h"
#include "model/dict.h"

#define SALT_BYTES 16
struct salt {
    unsigned char b[SALT_BYTES];
};
/* Fresh random bytes. */
struct salt salt_new(void);

struct hash chain_value_proof(const struct salt *salt, const struct value *v);
/* NULL person or machine is fine. */
struct hash chain_writer_proof(const struct salt *salt, const char *person, const char *machine);
struct hash chain_start(const struct id *writer, int64_t started_at, const struct hash *proof);

struct chain_group {
    struct id id, writer, of;
    const char *kind, *action;
    int64_t at;
    struct hash proof;
};
struct hash chain_group_digest(const struct chain_group *g);

struct chain_change {
    struct id writer;
    int64_t seq, hlc;
    struct hash group; /* digest */
    const char *entity, *field;
    struct id row;
    struct id base_writer; /* ID_NONE: none, base_seq is not hashed either */
    int64_t base_seq;
    int64_t seen; /* NONE when not given */
    struct hash proof;
};
struct hash chain_next(const struct hash *previous, const struct chain_change *c);

#endif
