from concurrent.futures import ThreadPoolExecutor


def apart(function, *args, **kwargs):
    """What the function returns or raises, run in a thread of its own.

    pyHanko runs an event loop for each call, and a thread that is in one already has no room for another.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(function, *args, **kwargs).result()
