/* The gate before signing with everything in it: the rules of the model, and the places where a
 * free text names a person (they would be masked in a publication). */
#ifndef MUFAKAT_APP_WHOLE_GATE_H
#define MUFAKAT_APP_WHOLE_GATE_H

#include "doc/documents.h"
#include "model/gate.h"

/* Lives in `a`. */
struct gate whole_gate(const struct dossier *d, struct arena *a);
/* The same for who has asked privacy_places already. */
struct gate whole_gate_with(const struct dossier *d, const struct privacy_places *p, struct arena *a);

#endif
