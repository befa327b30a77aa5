/* A run that was killed leaves its hidden folder at the target (app/pack_folder.h). Where it lies is remembered beside
 * the session while it is there, "forum.fkp-paket", so that whoever opens the session next takes it away. */
#ifndef MUFAKAT_APP_PACK_LEFTOVER_H
#define MUFAKAT_APP_PACK_LEFTOVER_H

/* `work` is the hidden folder's whole path. Where nothing can be written it is not remembered: then only the next pack
 * at that place takes it away. */
void pack_leftover_remember(const char *session, const char *work);
/* Forgets it when it is gone. */
void pack_leftover_forget(const char *session, const char *work);
/* Takes away what a killed run of this session left; a living run's folder stays, and a medium that is not there is
 * asked again the next time. */
void pack_leftover_sweep(const char *session);

#endif
