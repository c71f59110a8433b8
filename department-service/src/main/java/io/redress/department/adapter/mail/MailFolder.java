package io.redress.department.adapter.mail;

import io.redress.department.application.RequestPost;
import io.redress.department.application.RequestView;
import io.redress.department.application.forms.RequestLetter;
import io.redress.department.application.forms.WhatIsAsked;
import io.redress.department.domain.Charters;
import io.redress.department.domain.RequestForms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A folder from which a mail program takes what is to be sent; each mail is there whole, or not at all, and once: a
 * name says which request it is about.
 */
public final class MailFolder implements RequestPost {
    private final Path folder;
    private final String from;
    private final Charters charters;

    /** @param from whose address the departments answer to */
    public MailFolder(Path folder, String from, Charters charters) {
        this.folder = folder;
        this.from = from;
        this.charters = charters;
    }

    @Override
    public void post(RequestView request) throws IOException {
        RequestForms forms = charters.of(request.department()).forms();
        String address = forms.address();
        if (address == null) {
            // Not wanted any more.
            return;
        }
        put(
                request.department().value(),
                request.requestId().value(),
                RequestMail.write(
                        request.requestId(),
                        RequestLetter.of(forms, WhatIsAsked.of(request)),
                        from,
                        address,
                        forms.language(),
                        request.raisedAt()));
    }

    /** Whole when it has its name, and on the disk when this returns. */
    private void put(String department, String name, byte[] mail) throws IOException {
        Path own = Files.createDirectories(folder.resolve(department));
        Path whole = own.resolve(name + ".eml");
        if (Files.exists(whole)) {
            return;
        }
        Path part = own.resolve(name + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(mail);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
