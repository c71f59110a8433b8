package io.redress.benchmarks.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private final Score score = new Score();

    @Test
    void precision_recall_and_f1_are_those_of_the_leading_department() {
        answer(Department.FIN, Department.FIN, 0.9);
        answer(Department.FIN, Department.LOG, 0.3);
        answer(Department.LOG, Department.LOG, 0.8);

        assertThat(score.precision(Department.LOG)).isEqualTo(0.5);
        assertThat(score.recall(Department.FIN)).isEqualTo(0.5);
        assertThat(score.f1(Department.FIN)).isEqualTo(2 / 3.0);
        assertThat(score.macroF1()).isEqualTo(2 / 3.0);
        assertThat(score.accuracy()).isEqualTo(2 / 3.0);
        assertThat(score.takenFor(Department.FIN)).containsEntry(Department.LOG, 1);
    }

    @Test
    void labels_that_do_not_occur_are_no_part_of_the_mean() {
        answer(Department.FIN, Department.FIN, 1);

        assertThat(score.macroF1()).isEqualTo(1);
        assertThat(score.f1(Department.QC)).isZero();
    }

    @Test
    void confidence_that_comes_true_as_often_as_it_says_has_no_error() {
        for (int i = 0; i < 10; i++) {
            answer(Department.FIN, i < 7 ? Department.FIN : Department.QC, 0.7);
        }
        assertThat(score.calibrationError()).isEqualTo(0, within(1e-9));
    }

    @Test
    void certainty_that_is_always_wrong_is_the_greatest_error() {
        answer(Department.FIN, Department.QC, 1);

        assertThat(score.calibrationError()).isEqualTo(1);
    }

    @Test
    void nothing_read_is_no_error() {
        assertThat(score.calibrationError()).isZero();
        assertThat(score.cpuMillis()).isZero();
        assertThat(score.macroF1()).isZero();
    }

    private void answer(Department label, Department said, double confidence) {
        score.add(new Labelled("", "en", List.of(label)), said, confidence, 0);
    }
}
