/* The parts of the gate, one per section of the page. Private to gate*.c. */
#ifndef MUFAKAT_MODEL_GATE_PARTS_H
#define MUFAKAT_MODEL_GATE_PARTS_H

#include "base/buf.h"
#include "model/gate.h"

struct gate_run {
    struct gate *g;
    const struct dossier *d;
    struct arena *a;
};

void gate_session(struct gate_run *x);
void gate_attendance(struct gate_run *x);
void gate_agenda(struct gate_run *x);
void gate_dialog(struct gate_run *x);
void gate_agreements(struct gate_run *x);
void gate_objections(struct gate_run *x);
void gate_signatories(struct gate_run *x);
void gate_documents(struct gate_run *x);

/* A finding without a row, and one that Enter opens. */
void gate_say(struct gate_run *x, enum gate_level level, const char *code, const char *text);
void gate_at(struct gate_run *x, enum gate_level level, const char *code, int entity,
             const struct id *row, int field, const char *text);
/* "3, 7, 12" in a buffer, cut after a line's length; NONE is passed over. */
void gate_list_number(struct buf *b, int64_t number);

#endif
