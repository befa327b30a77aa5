dist_man_MANS += docs/mufakat.1
EXTRA_DIST += \
	docs/ARCHITECTURE.md docs/BENCHMARKS.md docs/FORMAT.md docs/HACKING.md docs/KEYS.md docs/panduan.md \
	docs/decisions
