/* The action plan as papers share it. Private to the doc room. */
#ifndef MUFAKAT_DOC_ACTION_PLAN_H
#define MUFAKAT_DOC_ACTION_PLAN_H

#include "doc/paper.h"
#include "model/outcome.h"

/* What was agreed, with the ten columns of domain 7.5; wants a page on its long side. */
void action_plan_table(struct paper *p, const struct agreement_order *o);
/* The same in seven columns, for an upright page. */
void action_plan_short_table(struct paper *p, const struct agreement_order *o);
/* "Selesai 0 dari 6 rencana (0%); ..." */
void action_plan_summary(struct paper *p);

#endif
