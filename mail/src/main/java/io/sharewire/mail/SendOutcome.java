package io.sharewire.mail;

import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;

/** What is known about one mail to one recipient. */
sealed interface SendOutcome {

    /** The server has it. */
    record Accepted() implements SendOutcome {}

    /** The server does not take it for this recipient; the next one may do better. */
    record RecipientRefused(Rejected why) implements SendOutcome {}

    /** Nobody would get anything now: the connection, the sender or the content was refused. */
    record AllRefused(Rejected why) implements SendOutcome {}

    /** It may or may not be out. */
    record InDoubt(Unknown why) implements SendOutcome {}
}
