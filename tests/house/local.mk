# Rules of the house that no compiler checks.
TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = $(BASH)
house_tests = \
	tests/house/arrows.sh \
	tests/house/controls.sh \
	tests/house/files.sh \
	tests/house/format.sh \
	tests/house/keys.sh \
	tests/house/libraries.sh \
	tests/house/packages.sh \
	tests/house/po.sh \
	tests/house/sizes.sh
TESTS += $(house_tests)
EXTRA_DIST += $(house_tests) tests/house/arrows.txt

check_PROGRAMS += tests/house/format_tables
tests_house_format_tables_SOURCES = tests/house/format_tables.c
tests_house_format_tables_LDADD = src/app/libapp.a $(db_libs)

check_PROGRAMS += tests/house/keys_doc
tests_house_keys_doc_SOURCES = tests/house/keys_doc.c
tests_house_keys_doc_LDADD = ui/libui.a $(app_libs)
