package dev.ouroboros.engine.archive;

import java.nio.file.Path;
import org.sqlite.SQLiteConfig;

/** An archive whose database may not grow beyond a number of pages: a disk that is full sooner. */
public final class SmallDisk {
    private SmallDisk() {}

    /** Opens such an archive; a page has 4096 bytes. */
    public static Archive open(Path workspace, int pages) {
        var config = new SQLiteConfig();
        config.setMaxPageCount(pages);
        return Archive.open(workspace, config);
    }
}
