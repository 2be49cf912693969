"""privdesk: the privacy desk of a small office.

The layout is the architecture; arrows point down only (`tests/test_architecture.py` runs the rule):

    __main__, cli    the command line; without arguments it opens the window
    app              builds and joins: opens a vault, reads the law, makes a Desk, starts the window
    gui              the only room that knows Qt; screens say what they want, one module navigates
    demo             makes the made-up office through operations
    operations       what a user can see and do: one function each, one transaction each
    storage          the encrypted file: keys, connection, tables, migrations, one module per noun
    letters          facts and wording -> PDF bytes
    intake           foreign files -> plain facts; everything in it distrusts its input
    domain           what the desk knows: plain Python, no Qt, no SQL, no files, no clock
    resources        finds a bundled file
"""

__version__ = "0.1.0"
