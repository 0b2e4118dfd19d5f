package io.sharewire;

/** Anything a CMS can share: an entity that can tell the article it stands for. */
@FunctionalInterface
public interface Shareable {

    /** The article as of now; a later call may answer a newer state. */
    Article toArticle();
}
