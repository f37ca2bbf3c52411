package cn.qiaotong.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** A file's bytes, in the pieces in which they are sealed and with the hash they are known by. */
record Content(byte[] bytes) {

    static final int PIECE = 512 * 1024;

    List<byte[]> pieces() {
        return IntStream.iterate(0, from -> from < bytes.length, from -> from + PIECE)
                .mapToObj(from -> Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length)))
                .toList();
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
