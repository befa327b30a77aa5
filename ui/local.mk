# The interface without a terminal, and the one file that knows curses: tests link only the first.
noinst_LIBRARIES += ui/libui.a ui/libterm.a
ui_libui_a_SOURCES = \
	ui/ask_file.c ui/ask_file.h \
	ui/canvas.c ui/canvas.h ui/canvas_put.c ui/canvas_private.h \
	ui/copy.c ui/copy.h \
	ui/pack.c ui/pack.h \
	ui/event.c ui/event.h \
	ui/form.c ui/form.h ui/form_values.c ui/form_event.c ui/form_draft.c ui/form_draw.c ui/form_private.h \
	ui/frame.c ui/frame.h \
	ui/keys.c ui/keys.h ui/letters.def \
	ui/list.c ui/list.h \
	ui/popup.c ui/popup.h ui/popup_pick.c ui/popup_text.c \
	ui/reach.c ui/reach.h \
	ui/screen.h \
	ui/settings.c ui/settings.h \
	ui/style.h ui/theme.c \
	ui/table.c ui/table.h \
	ui/text_field.c ui/text_field_past.c ui/text_field_draw.c ui/text_field.h ui/text_field_private.h \
	ui/ui.c ui/ui.h ui/ui_around.c ui/ui_drafts.c ui/ui_handed.c ui/ui_private.h ui/ui_stack.c ui/ui_said.c ui/ui_store.c \
	ui/session_files.c ui/session_files.h \
	ui/screens/all.c ui/screens/all.h ui/screens/first.c ui/screens/history.c ui/screens/room.c
ui_libterm_a_SOURCES = ui/loop.c ui/loop.h ui/start.c ui/start.h ui/term.c ui/term.h ui/term_out.c ui/term_out.h
ui_libterm_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
# Everything but the terminal; app_libs comes behind it.
ui_libs = ui/libui.a
include $(top_srcdir)/ui/screens/local.mk
