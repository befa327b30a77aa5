/* The parts of the berita acara, variant A (domain 6.1), one file each. Private to the doc room. */
#ifndef MUFAKAT_DOC_BERITA_ACARA_H
#define MUFAKAT_DOC_BERITA_ACARA_H

#include "doc/paper.h"
#include "model/outcome.h"

/* Attachments that this paper has, in order; the roman number follows from the place. */
enum ba_attachment { BA_ATTENDANCE, BA_PARKED, BA_PHOTOS, BA_ATTACHMENT_COUNT };

struct ba {
    struct paper p;
    struct agreement_order agreements;
};

/* True when somebody's note or objection stands against it. */
bool ba_has_note(const struct ba *b, const struct agreement *g);
/* "Lampiran II", or NULL when this paper has no such attachment. */
const char *ba_attachment_name(const struct ba *b, enum ba_attachment which);

void ba_opening(struct ba *b);     /* letterhead, title, legal basis, the first paragraph */
void ba_tables(struct ba *b);      /* agreed; not agreed */
void ba_notes(struct ba *b);       /* Catatan */
void ba_closing(struct ba *b);     /* commitment and closing sentence */
void ba_signatures(struct ba *b);  /* head, representatives, witnesses */
void ba_attachments(struct ba *b); /* Lampiran I, II, III */

#endif
