-- Articles and their files. Nothing here that cannot be rebuilt from the library and the journal.
-- Each derived table has its SQL beside its code.

CREATE TABLE article (
    row        INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: the full-text index keeps rows of articles that are gone
    id         TEXT NOT NULL UNIQUE,
    path       TEXT NOT NULL,
    path_order TEXT NOT NULL,                      -- the path, as it sorts by its numbers
    title      TEXT NOT NULL,
    source     TEXT NOT NULL,
    author     TEXT,
    published  INTEGER NOT NULL,                   -- seconds since 1970, UTC
    zone       INTEGER NOT NULL,                   -- seconds east of UTC where it was published
    added      INTEGER NOT NULL,                   -- seconds since 1970, UTC: when its file was last written
    url        TEXT,
    page       INTEGER,                            -- of its address: equal for all addresses of one page
    lang       TEXT,
    words      INTEGER NOT NULL,
    summary    TEXT,
    own_tags   TEXT NOT NULL,                      -- of the file, each between separators
    text       BLOB NOT NULL,                      -- digest of title and body: what the full-text index has
    feed       TEXT,                               -- address of the feed that it came with
    stated     INTEGER,                            -- seconds since 1970: its own date, where that was in the future
    seen       INTEGER NOT NULL DEFAULT 0,         -- µs since 1970: when it came, if its file says so
    place      INTEGER NOT NULL DEFAULT 0,         -- among the articles that came together
    book       TEXT,
    chapter    INTEGER,
    wants_text INTEGER NOT NULL DEFAULT 0,         -- its page is still to be fetched
    pictures   INTEGER NOT NULL DEFAULT 0,         -- it has some
    audio      INTEGER NOT NULL DEFAULT 0,         -- a recording came with it
    -- what the reader did, from `mark`
    tags       TEXT NOT NULL,                      -- that count: the file's and the reader's
    read       INTEGER NOT NULL DEFAULT 0,
    read_at    INTEGER,                            -- µs since 1970
    bookmarked INTEGER NOT NULL DEFAULT 0,
    position   REAL NOT NULL DEFAULT 0,
    note       TEXT NOT NULL DEFAULT '',
    highlights INTEGER NOT NULL DEFAULT 0,         -- how many
    discarded  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX article_by_date ON article (discarded, published DESC, seen DESC, place, path_order, book);
CREATE INDEX article_unread ON article (row) WHERE read = 0 AND discarded = 0;

CREATE TABLE file (
    folder   TEXT NOT NULL,
    path     TEXT NOT NULL,
    size     INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    row      INTEGER NOT NULL,  -- two files with the same bytes are one article
    notes    TEXT NOT NULL,
    PRIMARY KEY (folder, path)
) WITHOUT ROWID;
CREATE INDEX file_by_row ON file (row);

CREATE TABLE folder (
    path      TEXT PRIMARY KEY,
    mtime_ns  INTEGER NOT NULL,
    signature INTEGER NOT NULL
) WITHOUT ROWID;
