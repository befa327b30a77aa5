noinst_LIBRARIES += src/cli/libcli.a
src_cli_libcli_a_SOURCES = \
	src/cli/cli.c src/cli/cli.h \
	src/cli/command.h \
	src/cli/copy.c \
	src/cli/data.c \
	src/cli/erase.c \
	src/cli/export.c \
	src/cli/history.c \
	src/cli/import.c \
	src/cli/lock.c \
	src/cli/new.c \
	src/cli/pack.c \
	src/cli/print.c \
	src/cli/told.c \
	src/cli/verify.c
cli_libs = src/cli/libcli.a $(app_libs)
