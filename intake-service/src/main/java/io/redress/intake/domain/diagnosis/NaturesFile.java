package io.redress.intake.domain.diagnosis;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the vocabulary of R4: natures by kind. */
final class NaturesFile {

    private NaturesFile() {}

    static Map<String, Nature> read(String path, String content) {
        var natures = new LinkedHashMap<String, Nature>();
        var file = YamlFields.read(path, content);
        for (var kind : Nature.Kind.values()) {
            for (var code : file.words(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                if (natures.put(code, new Nature(code, kind)) != null) {
                    throw file.refused("each nature once, but got " + code + " twice");
                }
            }
        }
        file.expectNothingElse();
        return natures;
    }
}
