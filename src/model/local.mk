noinst_LIBRARIES += src/model/libmodel.a
src_model_libmodel_a_SOURCES = \
	src/model/dict.c src/model/dict.h src/model/enums.def src/model/entities.def \
	src/model/dossier.c src/model/dossier.h \
	src/model/exif.c src/model/exif.h \
	src/model/jpeg.c src/model/jpeg.h \
	src/model/photo_name.c src/model/photo_name.h \
	src/model/log.h src/model/records.h
model_libs = src/model/libmodel.a $(base_libs)

# Rules: capture line, checks, stages, import.
src_model_libmodel_a_SOURCES += \
	src/model/answered.h \
	src/model/capture.h \
	src/model/due.h \
	src/model/evidence.h \
	src/model/gate.h \
	src/model/match.h \
	src/model/people_csv.h \
	src/model/stages.h \
	src/model/validate.h
src_model_libmodel_a_SOURCES += src/model/coverage.c src/model/coverage.h
