package io.redress.intake.domain.messages;

import io.redress.intake.domain.diagnosis.YamlFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How customers reach each consultant, as {@code consultants.yaml} says. Immutable. */
public final class Reach {
    private static final String FILE = "consultants.yaml";

    private final Map<String, String> byConsultant;
    private final String everybody;

    private Reach(Map<String, String> byConsultant, String everybody) {
        this.byConsultant = Map.copyOf(byConsultant);
        this.everybody = everybody;
    }

    /**
     * Reads {@code consultants.yaml}.
     *
     * @param files gives the content of a file by its path on the class path
     * @param consultants the ids of all consultants
     * @throws IllegalArgumentException if one of them cannot be reached
     */
    public static Reach load(UnaryOperator<String> files, Set<String> consultants) {
        var file = YamlFields.read(FILE, files.apply(FILE));
        var fields = file.part("reach");
        var reach = new HashMap<String, String>();
        for (var id : consultants) {
            reach.put(id, way(fields.part(id)));
        }
        fields.expectNothingElse();
        return new Reach(reach, way(file.part("everybody")));
    }

    /** How whoever has no consultant reaches the front desk. */
    public String ofEverybody() {
        return everybody;
    }

    /** Telephone number and address of a consultant; those of the front desk for somebody who has left. */
    public String of(String consultant) {
        return byConsultant.getOrDefault(consultant, everybody);
    }

    private static String way(YamlFields fields) {
        var way = fields.text("phone") + ", " + fields.text("email");
        fields.expectNothingElse();
        return way;
    }
}
