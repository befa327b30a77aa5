dist_man_MANS += docs/mufakat.1
EXTRA_DIST += \
	docs/ARCHITECTURE.md docs/BENCHMARKS.md docs/FORMAT.md docs/HACKING.md docs/KEYS.md docs/panduan.md \
	docs/decisions/0001-jansson-for-json.md \
	docs/decisions/0002-press-is-a-second-program.md \
	docs/decisions/0003-one-makefile-from-fragments.md \
	docs/decisions/0004-setup-lives-in-ci.md \
	docs/decisions/0005-json-links-inside-their-ends.md \
	docs/decisions/0006-exit-codes-of-periksa.md \
	docs/decisions/0007-pages-are-filled-before-they-are-drawn.md \
	docs/decisions/0008-erasures-are-changes.md \
	docs/decisions/0009-heads-after-a-merge.md \
	docs/decisions/0010-opening-looks-at-less-when-large.md \
	docs/decisions/0011-what-a-public-paper-says-of-a-disability.md \
	docs/decisions/0012-pdfs-finished-and-joined.md \
	docs/decisions/0013-a-pack-appears-whole.md \
	docs/decisions/0014-docx-is-laid-out-before-it-is-written.md \
	docs/decisions/0015-small-libraries-are-linked-in.md
