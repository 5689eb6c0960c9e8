package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of a file, and what comes back of it. */
class FileContentsTest extends FilesSystem {
    @ParameterizedTest
    @EnumSource
    void whatWasStoredComesBack(FileStore store) throws IOException {
        for (int length : List.of(PNG.length, DatabaseContents.PIECE - 100, DatabaseContents.PIECE, 1_000_000)) {
            StoredFile file = stored(store, content(length));
            assertEquals("image/png", file.type());
            assertEquals("pass.png", file.name());
            assertEquals(length, file.size());
            assertEquals(Optional.of(file), find(store, file.id(), owner));
            assertArrayEquals(content(length), read(store, file.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfItLiesAboutUnencrypted(FileStore store) throws IOException {
        String id = stored(store, content(600_000)).id();
        byte[] kept = kept(store, id);
        assertTrue(kept.length > 600_000);
        String text = HexFormat.of().formatHex(kept);
        assertFalse(text.contains(HexFormat.of().formatHex(PNG)));
        assertFalse(text.contains(HexFormat.of().formatHex(content(600_000), 300_000, 300_016)));
    }

    @ParameterizedTest
    @EnumSource
    void theStoreHasTheBeginningBeforeTheEndIsThere(FileStore store) throws IOException {
        AtomicLong early = new AtomicLong();
        InputStream slow = watched(content(2_000_000), read -> {
            if (read > 1_900_000 && early.get() == 0) early.set(keptBytes(store));
        });
        stored(store, slow);
        assertTrue(early.get() > 1_000_000, early + " bytes");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasChangedIsNotGivenOut(FileStore store) throws IOException {
        for (int at : List.of(0, 50, 70_000, 999_990)) {
            String id = stored(store, content(1_000_000)).id();
            byte[] kept = kept(store, id);
            kept[at] ^= 1;
            replace(store, id, kept);
            assertThrows(IOException.class, () -> read(store, id), "changed at " + at);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatLacksItsEndIsNotGivenOut(FileStore store) throws IOException {
        for (int length : List.of(0, 20, 64 * 1024, 2 * 64 * 1024, 1_000_000)) {
            String id = stored(store, content(1_000_000)).id();
            replace(store, id, Arrays.copyOf(kept(store, id), length));
            assertThrows(IOException.class, () -> read(store, id), "cut at " + length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void piecesThatChangedPlacesAreFound(FileStore store) throws IOException {
        String id = stored(store, content(1_000_000)).id();
        byte[] kept = kept(store, id);
        byte[] swapped = kept.clone();
        int segment = 64 * 1024;
        System.arraycopy(kept, segment, swapped, 2 * segment, segment);
        System.arraycopy(kept, 2 * segment, swapped, segment, segment);
        replace(store, id, swapped);
        assertThrows(IOException.class, () -> read(store, id));
    }

    @ParameterizedTest
    @EnumSource
    void theContentOfOneFileDoesNotPassForAnothers(FileStore store) throws IOException {
        String one = stored(store, content(1_000)).id();
        String other = stored(store, content(1_000)).id();
        replace(store, one, kept(store, other));
        assertThrows(IOException.class, () -> read(store, one));
    }

    @Test
    void filesStayWhereTheyAreWhenNewOnesGoElsewhere() throws IOException {
        String before = stored(FileStore.DATABASE, content(1_000)).id();
        assertArrayEquals(content(1_000), read(FileStore.DIRECTORY, before));
    }

    @ParameterizedTest
    @EnumSource
    void aNewMasterKeySealsTheKeysAnewAndLeavesTheContents(FileStore store) throws IOException {
        String id = stored(store, content(300_000)).id();
        byte[] content = kept(store, id);
        byte[] next = new byte[MasterKey.BYTES];
        next[0] = 1;
        MasterKey changing =
                new MasterKey(next, Optional.of(new byte[MasterKey.BYTES]), Optional.empty(), new Randomness());
        FileTestBed anew =
                new FileTestBed(database.entities(), clock, changing, FileTestBed.settings(store, directory));
        String head = changing.headBefore().orElseThrow();
        assertEquals(1, (long) database.inTransaction(() -> anew.keys.waiting(head)));
        assertEquals(1, (int) database.inTransaction(() -> anew.keys.reseal(head, 100)));
        assertEquals(0, (long) database.inTransaction(() -> anew.keys.waiting(head)));
        assertArrayEquals(content, kept(store, id));
        FileTestBed after = new FileTestBed(
                database.entities(),
                clock,
                new MasterKey(next, new Randomness()),
                FileTestBed.settings(store, directory));
        assertArrayEquals(content(300_000), read(after, id));
    }
}
