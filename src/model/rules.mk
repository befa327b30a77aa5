# Rules: capture line, checks, stages, import.
src_model_libmodel_a_SOURCES += \
	src/model/answered.c src/model/answered.h \
	src/model/capture.c src/model/capture_topics.c src/model/capture_words.c src/model/capture.h \
	src/model/disability.c src/model/disability.h \
	src/model/due.c src/model/due.h \
	src/model/evidence.c src/model/evidence.h \
	src/model/gate.c src/model/gate_agreements.c src/model/gate_forum.c \
	src/model/gate.h src/model/gate_parts.h \
	src/model/match.c src/model/match.h \
	src/model/outcome.c src/model/outcome.h \
	src/model/people_csv.c src/model/people_csv.h src/model/people_parts.h \
	src/model/people_match.c src/model/people_read.c src/model/people_rows.c \
	src/model/people_words.c \
	src/model/stages.c src/model/stages.h \
	src/model/validate.c src/model/validate_read.c src/model/validate.h
