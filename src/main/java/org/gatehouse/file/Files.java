package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;

/** Files with an owner. */
@Dependent
public class Files {
    /**
     * Stores a file as it comes, never whole in memory.
     *
     * @param name what its owner calls it; anything
     * @param content its bytes; the caller closes it
     */
    public Storing store(Owner owner, String name, InputStream content) {
        throw new UnsupportedOperationException();
    }

    /** The file of this id, if this is its owner. */
    public Optional<StoredFile> find(String id, Owner owner) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps files that something refers to from now on. In the caller's transaction.
     *
     * @return whether each is this owner's; where one is not, nothing is claimed
     */
    public boolean claim(Collection<String> ids, Owner owner) {
        throw new UnsupportedOperationException();
    }

    /** Erases files of this owner; others are left alone. */
    public void erase(Collection<String> ids, Owner owner) {
        throw new UnsupportedOperationException();
    }
}
