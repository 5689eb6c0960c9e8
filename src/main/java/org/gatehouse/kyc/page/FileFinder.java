package org.gatehouse.kyc.page;

import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.file.StoredFile;

/** Finds a file of the person's by its id. */
interface FileFinder extends Function<String, Optional<StoredFile>> {}
