# Rules of the house that no compiler checks.
TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = $(BASH)
house_tests = tests/house/arrows.sh
TESTS += $(house_tests)
EXTRA_DIST += $(house_tests) tests/house/arrows.txt
