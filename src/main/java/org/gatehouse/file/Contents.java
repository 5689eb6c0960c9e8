package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The stores: new files go where the configuration says, and stay there when it says something else. */
@Dependent
class Contents {
    private final FileSettings settings;
    private final DatabaseContents database;
    private final DirectoryContents directory;

    @Inject
    Contents(FileSettings settings, DatabaseContents database, DirectoryContents directory) {
        this.settings = settings;
        this.database = database;
        this.directory = directory;
    }

    /** Where new files go. */
    FileStore current() {
        return settings.store();
    }

    FileContents of(FileStore store) {
        return store == FileStore.DATABASE ? database : directory;
    }
}
