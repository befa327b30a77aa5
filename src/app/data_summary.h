/* The figures of a session that everybody asks for, counted the way the berita acara counts them.
 */
#ifndef MUFAKAT_APP_DATA_SUMMARY_H
#define MUFAKAT_APP_DATA_SUMMARY_H

#include <jansson.h>

#include "model/dossier.h"

/* A fresh object: date_words, copies, present, inputs, agreements, objections, parked,
 * unsur_present and unsur_asked (of the five unsur of society, domain 3.2), unsur_missing (codes).
 */
json_t *data_summary(const struct dossier *d);

#endif
