package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.ResealLoop;
import org.gatehouse.vault.SealedRows;

/** The keys of files, sealed under the master key. When that changes they are sealed anew; the contents stay as they are. */
@Dependent
class FileKeys implements SealedRows {

    private final FileRows rows;
    private final MasterKey masterKey;

    @Inject
    FileKeys(FileRows rows, MasterKey masterKey) {
        this.rows = rows;
        this.masterKey = masterKey;
    }

    /** Seals the key of a file. */
    String seal(byte[] key, String file) {
        return masterKey.seal(key, place(file));
    }

    /** What encrypts the content of a file under this key. */
    FileCipher cipher(byte[] key, String file) {
        return new FileCipher(key, place(file));
    }

    /** What decrypts the content of a file. */
    FileCipher cipher(FileRow row) {
        if (row.keySealed == null) throw new IllegalArgumentException("erased: " + row.id);
        return cipher(masterKey.open(row.keySealed, place(row.id)), row.id);
    }

    @Override
    public String name() {
        return "stored_file";
    }

    @Override
    public long waiting(String head) {
        return rows.countSealedUnder(head);
    }

    @Override
    public int reseal(String head, int limit) {
        return ResealLoop.run(limit, (after, most) -> rows.sealedUnder(head, after, most), row -> row.id, this::reseal);
    }

    private boolean reseal(FileRow row) {
        String before = row.keySealed;
        if (before == null) return false;
        return rows.reseal(row.id, before, masterKey.reseal(before, place(row.id)));
    }

    private static String place(String file) {
        return "stored_file:" + file;
    }
}
