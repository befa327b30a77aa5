# The session file. Statements are written in db/queries/*.sql and compiled into an enum and an array.
noinst_LIBRARIES += db/libdb.a
db_queries = \
	$(top_srcdir)/db/queries/log.sql \
	$(top_srcdir)/db/queries/notes.sql \
	$(top_srcdir)/db/queries/beside.sql
EXTRA_DIST += db/sql2c.awk db/schema.sql \
	db/queries/log.sql db/queries/notes.sql db/queries/beside.sql
db_libdb_a_SOURCES = \
	db/apply.c db/apply.h \
	db/blob.c \
	db/chain.c db/chain.h \
	db/chain_check.c db/chain_check.h \
	db/commit.c \
	db/connect.c \
	db/conflict.c \
	db/copy.c \
	db/create.c \
	db/cut.c db/cut.h \
	db/draft.c \
	db/erase.c \
	db/export.c \
	db/foreign.c db/foreign.h \
	db/header_check.c db/header_check.h \
	db/heads.c db/heads.h \
	db/history.c \
	db/load.c \
	db/lock.c \
	db/log.c db/log.h \
	db/notes.c \
	db/merge.c \
	db/migrate.c \
	db/obey.c db/obey.h \
	db/open.c \
	db/private.h \
	db/room.c \
	db/state.c db/state.h \
	db/stmt.c db/stmt.h db/stmt_error.c \
	db/store.h \
	db/undo.c \
	db/verify.c \
	db/write.c
nodist_db_libdb_a_SOURCES = db/stmt_text.c db/stmt_schema.c db/stmt_ids.h
BUILT_SOURCES += db/stmt_ids.h
CLEANFILES += db/stmt_text.c db/stmt_schema.c db/stmt_ids.h
db_libdb_a_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS)
db_libs = db/libdb.a $(model_libs) $(SQLITE_LIBS)

sql2c = $(top_srcdir)/db/sql2c.awk
db/stmt_ids.h: $(db_queries) $(sql2c)
	$(AM_V_GEN)$(MKDIR_P) db && $(AWK) -v mode=ids -f $(sql2c) $(db_queries) > $@.tmp && mv $@.tmp $@
db/stmt_text.c: $(db_queries) $(sql2c)
	$(AM_V_GEN)$(MKDIR_P) db && $(AWK) -v mode=text -f $(sql2c) $(db_queries) > $@.tmp && mv $@.tmp $@
db/stmt_schema.c: $(top_srcdir)/db/schema.sql $(sql2c)
	$(AM_V_GEN)$(MKDIR_P) db && $(AWK) -v mode=schema -f $(sql2c) $(top_srcdir)/db/schema.sql > $@.tmp && mv $@.tmp $@
