package dev.mhc.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

    private static final String A = Digest.extend(Digest.EMPTY, 1, "a");

    @Test
    void sameList_hasTheSameDigest() {
        assertThat(Digest.extend(Digest.EMPTY, 1, "a")).isEqualTo(A).hasSize(64);
    }

    @Test
    void version_checksum_andOrder_allCount() {
        assertThat(Digest.extend(Digest.EMPTY, 2, "a")).isNotEqualTo(A);
        assertThat(Digest.extend(Digest.EMPTY, 1, "b")).isNotEqualTo(A);
        assertThat(Digest.extend(A, 2, "b")).isNotEqualTo(Digest.extend(Digest.extend(Digest.EMPTY, 2, "b"), 1, "a"));
    }
}
