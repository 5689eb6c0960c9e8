package org.gatehouse.config;

/** A key of the configuration has a value that cannot be used. The message names the key and never shows a secret. */
public final class WrongSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param key the key, such as {@code gatehouse.public-url}
     * @param sentence what is wrong and what would be right
     */
    public WrongSetting(String key, String sentence) {
        super(key + ": " + sentence);
    }
}
