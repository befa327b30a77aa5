dist_pkgdata_DATA += data/contoh.json

bashcompletiondir = $(datadir)/bash-completion/completions
bashcompletion_DATA = data/mufakat
EXTRA_DIST += data/mufakat.bash
CLEANFILES += data/mufakat
data/mufakat: $(top_srcdir)/data/mufakat.bash
	$(AM_V_GEN)$(MKDIR_P) data && cp $(top_srcdir)/data/mufakat.bash $@
dist_pkgdata_DATA += data/contoh-undangan.csv
