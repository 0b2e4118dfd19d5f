package io.sharewire.mail;

import io.sharewire.Draft;
import io.sharewire.Progress;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends to a list in a process of its own, whose memory a test can limit: {@code port list journal}. Prints the counts as
 * {@code name=value}, one on each line.
 */
final class ListRun {

    private ListRun() {}

    public static void main(String[] args) {
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger doubtful = new AtomicInteger();
        long began = System.nanoTime();
        ShareResult result;
        try (MailJournal journal = MailJournal.in(Path.of(args[2]));
                MailTarget target = MailTarget.of(Samples.settings(Samples.server(Integer.parseInt(args[0]))
                                .connections(MailConnections.builder()
                                        .mailsEach(10_000)
                                        .build()))
                        .to()
                        .list(MailList.lines(Path.of(args[1])))
                        .listener(new MailListener() {
                            @Override
                            public void sending(int index, String recipient) {
                                journal.sending(index, recipient);
                            }

                            @Override
                            public void accepted(int index, String recipient, String messageId) {
                                journal.accepted(index, recipient, messageId);
                                accepted.incrementAndGet();
                            }

                            @Override
                            public void refused(int index, String recipient, Rejected why) {
                                journal.refused(index, recipient, why);
                                refused.incrementAndGet();
                            }

                            @Override
                            public void inDoubt(int index, String recipient, Unknown why) {
                                journal.inDoubt(index, recipient, why);
                                doubtful.incrementAndGet();
                            }
                        })
                        .build())) {
            Draft draft = target.draft(Samples.share());
            result = target.publish(draft, journal.progress());
        }
        Progress progress = ((PartlyShared) result).progress();
        System.out.println("accepted=" + accepted + "\nrefused=" + refused + "\ndoubtful=" + doubtful);
        System.out.println("next=" + progress.next() + "\ninDoubt=" + progress.inDoubt() + "\npending="
                + progress.pending().size());
        System.out.println("cause=" + ((PartlyShared) result).cause().getClass().getSimpleName());
        System.out.println("heapMiB=" + (peak() >> 20) + "\nseconds=" + (System.nanoTime() - began) / 1_000_000_000L);
    }

    /** The sum of the pools' peaks: never less than what was in use at any time. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
