dist_man_MANS += docs/mufakat.1
EXTRA_DIST += docs/FORMAT.md docs/HACKING.md
