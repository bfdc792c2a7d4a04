package licet.web.assets;

import java.util.Arrays;

/**
 * One static file.
 *
 * @param address path under which browsers may keep it for ever, since the content's hash is part of it
 */
record Asset(String address, String mediaType, byte[] content) {
    Asset {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Asset that && address.equals(that.address) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return address;
    }
}
