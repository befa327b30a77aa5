/* The parts of the berita acara, shared by its variants (domain 6.1 - 6.5). Private to the doc
 * room. */
#ifndef MUFAKAT_DOC_BERITA_ACARA_H
#define MUFAKAT_DOC_BERITA_ACARA_H

#include "doc/paper.h"
#include "model/outcome.h"

/* Attachments in order; the roman number follows from those that this paper has. */
enum ba_attachment {
    BA_ATTENDANCE,
    BA_AGREED,     /* variant B: the agreements as a table */
    BA_OPEN,       /* variant B: what is not agreed yet, with what was parked */
    BA_PARKED,     /* the other variants: what was parked */
    BA_OBJECTIONS, /* with_objections */
    BA_POSITIONS,  /* with_positions: who was there and how the room stood */
    BA_DELEGATES,  /* variant B: everybody else who signs */
    BA_PHOTOS,
    BA_ATTACHMENT_COUNT
};

struct ba {
    struct paper p;
    int64_t variant; /* enum ba_variant */
    struct agreement_order agreements;
    bool by_hand; /* the emergency form of the paper kit: empty rows, no attachments */
};

/* --- questions --- */

/* True when somebody's note or objection stands against it. */
bool ba_has_note(const struct ba *b, const struct agreement *g);
/* "Lampiran II", or NULL when this paper has no such attachment. */
const char *ba_attachment_name(const struct ba *b, enum ba_attachment which);
/* Title of an attachment, in capitals. Static. */
const char *ba_attachment_title(enum ba_attachment which);
/* "Lampiran I sampai dengan Lampiran IV", "Lampiran I dan Lampiran II", "Lampiran I", or NULL
 * without attachments. */
const char *ba_attachments_range(const struct ba *b);

/* --- the head of the paper (ba_opening.c) --- */

/* Where the title has its NOMOR line, when it is printed. */
enum ba_number { BA_NUMBER_LAST, BA_NUMBER_SECOND /* lines end with "Tentang" */, BA_NUMBER_NOT };
/* The session's own title, else `lines` (ended by NULL), then theme, unit, region and year. */
void ba_title(struct ba *b, const char *const *lines, enum ba_number number);
void ba_legal_basis(struct ba *b);
/* "Kamis tanggal dua belas bulan ... (12-11-2026)" or "Kamis, 12 November 2026", as chosen. */
const char *ba_day(const struct paper *p);
/* "24 (dua puluh empat) orang dari 6 (enam) unsur sebagaimana daftar hadir ..." */
const char *ba_attended(const struct ba *b);
/* Title and first paragraph of variant A. */
void ba_opening(struct ba *b);

/* --- what was agreed and what was not (ba_tables.c, ba_words.c) --- */

/* Variant A: both tables with their lead-ins. */
void ba_tables(struct ba *b);
void ba_agreed_table(struct ba *b);
/* The table of what was not agreed, without a lead-in; nothing when everything was. */
void ba_open_table(struct ba *b);
/* The same with its lead-in paragraph. */
void ba_open_part(struct ba *b);
/* Variants C and D: the agreements as a numbered list. */
void ba_agreed_list(struct ba *b);
/* One agreement as sentences: what, why, who, until when; its marks and sources. */
const char *ba_sentences(const struct ba *b, const struct agreement *g);
/* "\n(masukan nomor 1, 2)", or "". */
const char *ba_sources(const struct paper *p, const struct agreement *g);
/* How this paper calls the agreement in place `i`: "Kesepakatan nomor 2", "Diktum KEDUA". */
const char *ba_reference(const struct ba *b, size_t i);
/* "KEDUA" */
const char *ba_dictum(const struct paper *p, size_t number);

void ba_notes(struct ba *b);      /* Catatan: objections in full, or where they are annexed */
void ba_hand_notes(struct ba *b); /* by_hand: room for what is open and for objections */
void ba_commitment(struct ba *b); /* the head's promise and the public's watch */
void ba_closing(struct ba *b);    /* commitment and closing sentence */

/* --- signatures (ba_signers.c, ba_signatures.c) --- */

/* Where a signatory stands, in this order of precedence. */
enum ba_place {
    PLACE_HEAD,   /* of the provider; PIHAK PERTAMA */
    PLACE_SECOND, /* PIHAK KEDUA (D), pimpinan sidang (B) */
    PLACE_BLOCK,  /* Mengetahui */
    PLACE_TABLE,  /* representatives */
    PLACE_WITNESS
};

struct ba_signer {
    const struct signatory *who;
    const struct participant *person; /* NULL when not on the attendance list */
    enum ba_place place;
};

struct ba_signers {
    struct ba_signer *v;
    size_t n;
};

/* Everybody once, at the most formal place that the variant has for them. */
struct ba_signers ba_place_signers(const struct ba *b);
size_t ba_count_at(const struct ba_signers *s, enum ba_place place);
/* The first one there, NULL when nobody is. */
const struct ba_signer *ba_signer_at(const struct ba_signers *s, enum ba_place place);
const char *ba_signer_name(const struct ba_signer *x);
const char *ba_signer_office(const struct paper *p, const struct ba_signer *x);
/* Those who take note of it, in the middle below the others (B, D); `label`: "Mengetahui,". */
void ba_noted_below(struct ba *b, const struct ba_signers *s, const char *label);
/* The table of representatives under its heading; with_phone as the session says. Empty rows when
 * there is nobody (`always`), else nothing. */
void ba_representatives(struct ba *b, const struct ba_signers *s, const char *heading, bool always);
void ba_witnesses(struct ba *b, const struct ba_signers *s, const char *heading);
void ba_signatures(struct ba *b); /* variant A: head, representatives, witnesses */

/* --- attachments (ba_attachments.c, ba_annexes.c) --- */

void ba_attachments(struct ba *b);
void ba_objection_table(struct ba *b);
void ba_position_table(struct ba *b);
void ba_delegate_table(struct ba *b);

/* --- the variants, one file each; everything but the attachments --- */

void ba_variant_a(struct ba *b);
void ba_variant_b(struct ba *b);
void ba_variant_c(struct ba *b);
void ba_variant_d(struct ba *b);

#endif
