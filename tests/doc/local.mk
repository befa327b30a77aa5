paper_fixture = tests/doc/fixture.c tests/doc/fixture.h tests/doc/golden.c tests/doc/golden.h
test_doc_libs = $(doc_libs) $(CMOCKA_LIBS)
check_PROGRAMS += tests/doc/test_tree tests/doc/test_papers tests/doc/test_privacy tests/doc/test_text
TESTS += tests/doc/test_tree tests/doc/test_papers tests/doc/test_privacy tests/doc/test_text
tests_doc_test_tree_SOURCES = tests/doc/test_tree.c
tests_doc_test_tree_LDADD = $(test_doc_libs)
tests_doc_test_papers_SOURCES = tests/doc/test_papers.c $(paper_fixture)
tests_doc_test_papers_LDADD = $(test_doc_libs)
check_PROGRAMS += tests/doc/test_kit
TESTS += tests/doc/test_kit
tests_doc_test_kit_SOURCES = tests/doc/test_kit.c $(paper_fixture)
tests_doc_test_kit_LDADD = $(test_doc_libs)
check_PROGRAMS += tests/doc/test_page tests/doc/test_calendar
TESTS += tests/doc/test_page tests/doc/test_calendar
tests_doc_test_page_SOURCES = tests/doc/test_page.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_page_LDADD = $(test_doc_libs)
tests_doc_test_calendar_SOURCES = tests/doc/test_calendar.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_calendar_LDADD = $(test_doc_libs)
EXTRA_DIST += \
	tests/doc/golden/kit-berita-acara.txt tests/doc/golden/kit-hadir.txt \
	tests/doc/golden/kit-masukan.txt tests/doc/golden/kit-suara.txt
check_PROGRAMS += tests/doc/test_ba_variants
TESTS += tests/doc/test_ba_variants
tests_doc_test_ba_variants_SOURCES = tests/doc/test_ba_variants.c $(paper_fixture)
tests_doc_test_ba_variants_LDADD = $(test_doc_libs)
EXTRA_DIST += \
	tests/doc/golden/ba-a-arsip.txt tests/doc/golden/ba-a-publikasi.txt tests/doc/golden/ba-a-text.txt \
	tests/doc/golden/ba-b-arsip.txt tests/doc/golden/ba-b-publikasi.txt tests/doc/golden/ba-b-text.txt \
	tests/doc/golden/ba-c-arsip.txt tests/doc/golden/ba-c-publikasi.txt tests/doc/golden/ba-c-text.txt \
	tests/doc/golden/ba-d-arsip.txt tests/doc/golden/ba-d-publikasi.txt tests/doc/golden/ba-d-text.txt
tests_doc_test_privacy_SOURCES = tests/doc/test_privacy.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_privacy_LDADD = $(test_doc_libs)
tests_doc_test_text_SOURCES = tests/doc/test_text.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_text_LDADD = $(test_doc_libs)
check_PROGRAMS += tests/doc/test_book tests/doc/test_csv
TESTS += tests/doc/test_book tests/doc/test_csv
tests_doc_test_book_SOURCES = tests/doc/test_book.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_book_LDADD = $(test_doc_libs)
tests_doc_test_csv_SOURCES = tests/doc/test_csv.c
tests_doc_test_csv_LDADD = $(test_doc_libs) $(CSV_LIBS)
include $(top_srcdir)/tests/doc/record.mk
EXTRA_DIST += \
	tests/doc/golden/book-masukan-arsip.txt \
	tests/doc/golden/book-masukan-publikasi.txt \
	tests/doc/golden/book-peserta-arsip.txt \
	tests/doc/golden/book-peserta-publikasi.txt \
	tests/doc/golden/book-rekap-arsip.txt \
	tests/doc/golden/book-rekap-publikasi.txt \
	tests/doc/golden/book-rencana-aksi-arsip.txt \
	tests/doc/golden/book-rencana-aksi-publikasi.txt \
	tests/doc/golden/ba-arsip-draft.txt \
	tests/doc/golden/ba-arsip-locked.txt \
	tests/doc/golden/ba-empty.txt \
	tests/doc/golden/ba-publikasi-locked.txt \
	tests/doc/golden/dh-arsip.txt \
	tests/doc/golden/dh-blank.txt \
	tests/doc/golden/dh-publikasi.txt
