/* What tells of a disability of somebody who was there (domain 10: specific personal data). Words
 * of a theme ("sarana ramah disabilitas") are no secret; beside a name or under a photo they are.
 */
#ifndef MUFAKAT_MODEL_DISABILITY_H
#define MUFAKAT_MODEL_DISABILITY_H

#include "model/dossier.h"

/* True when the text holds a word for a disability or for an aid: tunanetra, kursi roda, juru
 * bahasa isyarat ... NULL holds none. */
bool disability_is_told(const char *text);
/* True for what may not be published: kept back by hand, or a caption that tells of a disability,
 * because the picture shows whose. */
bool disability_keeps_back(const struct document *d);

#endif
