#!/usr/bin/env python3
"""Asks a window to close, as its close button would: close_window.py WINDOW. Needs libX11 and DISPLAY.

xdotool cannot: without a window manager it only destroys the window, which is no clean end.
"""

import ctypes
import sys

CLIENT_MESSAGE = 33


class Data(ctypes.Union):
    _fields_ = [("bytes", ctypes.c_char * 20), ("longs", ctypes.c_long * 5)]


class ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", Data),
    ]


class Event(ctypes.Union):
    _fields_ = [("message", ClientMessage), ("padding", ctypes.c_long * 24)]


def main() -> None:
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.POINTER(Event)]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(None)
    if not display:
        sys.exit("there is no display")
    window = int(sys.argv[1])
    event = Event()
    event.message.type = CLIENT_MESSAGE
    event.message.window = window
    event.message.message_type = x11.XInternAtom(display, b"WM_PROTOCOLS", False)
    event.message.format = 32
    event.message.data.longs[0] = x11.XInternAtom(display, b"WM_DELETE_WINDOW", False)
    sent = x11.XSendEvent(display, window, False, 0, ctypes.byref(event))
    # Sends what waits before it closes the connection.
    x11.XCloseDisplay(display)
    if not sent:
        sys.exit("the window did not take the message")


if __name__ == "__main__":
    main()
