package io.redress.intake.domain.drills;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redress.intake.domain.Hostility;
import io.redress.intake.domain.listening.HostileWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The drills as they are shipped, and answers to them. */
public final class ShippedDrills {
    public static final DrillBook BOOK = DrillBook.load(ShippedDrills::file);
    public static final Hostility HOSTILITY = HostileWords.load(ShippedDrills::file);

    /** By language, an answer of Hannah's with everything that is wanted anywhere. */
    public static final Map<String, String> GOOD = Map.of(
            "en",
                    "I am sorry, and I understand why you are angry. My name is Hannah. This is not your fault: you did"
                            + " everything right, and it happened because our system booked it twice. I will change your"
                            + " order myself and call you tomorrow by 17:00.",
            "it",
                    "Mi dispiace, capisco la sua rabbia. Mi chiamo Hannah. Non è colpa sua: Lei ha fatto tutto bene, è"
                            + " successo perché il nostro sistema ha registrato due volte. Cambio io l'ordine e la"
                            + " richiamo domani alle 17:00.",
            "ro",
                    "Îmi pare rău, înțeleg că sunteți supărat. Mă numesc Hannah. Nu este vina dumneavoastră, ați procedat"
                            + " corect: s-a întâmplat pentru că sistemul nostru a înregistrat de două ori. Modific eu"
                            + " comanda și vă sun mâine la ora 17:00.",
            "pl",
                    "Przykro mi, rozumiem Pana złość. Nazywam się Hannah. To nie Pana wina, to nasz błąd: stało się tak,"
                            + " ponieważ system zapisał to dwa razy. Zmienię zamówienie i zadzwonię jutro o 17:00.");

    /** By language, one with everything that is to be avoided. */
    public static final Map<String, String> BAD = Map.of(
            "en",
                    "You should have read the terms. You idiots never do! Calm down, the ticket is open and somebody"
                            + " looks at it as soon as possible.",
            "it",
                    "Avrebbe dovuto leggere le condizioni. Siete tutti idioti! Si calmi, il ticket è aperto e qualcuno"
                            + " guarda il prima possibile.",
            "ro",
                    "Ar fi trebuit să citiți condițiile. Sunteți niște idioți! Liniștiți-vă, tichetul este deschis și"
                            + " cineva se uită cât mai curând.",
            "pl",
                    "Trzeba było przeczytać regulamin. Co za idioci! Proszę się uspokoić, ticket jest otwarty i ktoś na"
                            + " to spojrzy jak najszybciej.");

    private ShippedDrills() {}

    public static String file(String path) {
        try (InputStream in = Objects.requireNonNull(ShippedDrills.class.getResourceAsStream("/" + path), path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
