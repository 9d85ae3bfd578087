package terrace.search.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorTest {
    private final SplittableRandom chance = new SplittableRandom(7);

    @Test
    void a_byte_a_part_keeps_the_direction() {
        for (int round = 0; round < 20; round++) {
            float[] one = any();
            float[] other = any();
            assertThat(Vector.of(one).cosine(Vector.of(other))).isCloseTo(cosine(one, other), within(0.02));
            assertThat(Vector.of(one).cosine(Vector.of(one))).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void it_is_read_as_it_was_written() {
        Vector vector = Vector.of(any());
        assertThat(Vector.fromBase64(vector.base64()).bytes()).isEqualTo(vector.bytes());
        assertThatThrownBy(() -> Vector.fromBase64("AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_signs_are_a_bit_a_part() {
        float[] parts = new float[Vector.DIMENSIONS];
        parts[0] = 1;
        parts[9] = 0.5f;
        parts[Vector.DIMENSIONS - 1] = 0.25f;
        Vector vector = Vector.of(parts);
        assertThat(HexFormat.of().formatHex(vector.signBytes()))
                .startsWith("8040")
                .endsWith("01")
                .hasSize(Vector.DIMENSIONS / 4);
        assertThat(Base64.getDecoder().decode(vector.signs())).isEqualTo(vector.signBytes());
    }

    @Test
    void nothing_at_all_has_a_vector_too() {
        Vector none = Vector.of(new float[Vector.DIMENSIONS]);
        assertThat(none.cosine(Vector.of(any()))).isZero();
    }

    private float[] any() {
        float[] parts = new float[Vector.DIMENSIONS];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (float) (chance.nextDouble() - 0.4);
        }
        return parts;
    }

    private static double cosine(float[] one, float[] other) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            both += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return both / Math.sqrt(first * second);
    }
}
