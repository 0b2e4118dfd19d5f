package io.sharewire.testkit;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Facebook Pages behind the Graph API, versions 21 to 27.
 *
 * <p>Serves {@code POST /{version}/{page}/feed} and {@code …/photos}, the edges {@code feed}, {@code posts}, {@code
 * published_posts} and {@code scheduled_posts}; reading, editing, deleting and commenting on one post; what is kept of
 * links ({@code /?id=}); login ({@code dialog/oauth}, {@code oauth/access_token}, {@code debug_token}, {@code me/accounts},
 * {@code me/permissions}); and many calls in one ({@code batch}). Links are read from {@link #web()}, never fetched.
 */
public final class FacebookSimulator implements PlatformSimulator {

    private final String baseUrl;
    private final Clock clock;
    private final FaultScript script = new FaultScript("facebook", possibleFaults());
    private final FacebookGraph graph;

    FacebookSimulator(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        this.clock = clock;
        graph = new FacebookGraph(clock, script);
    }

    private static Set<Fault> possibleFaults() {
        Set<Fault> faults = EnumSet.copyOf(Fault.COMMON);
        faults.addAll(EnumSet.of(
                Fault.STORED_THEN_NO_ID,
                Fault.STORED_UNSEEN_THEN_RESET,
                Fault.NOT_STORED_200,
                Fault.NOT_STORED_RESET,
                Fault.TOO_FAST));
        return faults;
    }

    /** The address that stands for {@code https://graph.facebook.com}, and for {@code https://www.facebook.com}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The id of the Page that is there from the start. */
    public String pageId() {
        return FacebookPages.MAIN;
    }

    /** That Page's access token. */
    public String token() {
        return FacebookPages.MAIN_TOKEN;
    }

    /** That Page's access token as issued to another app, which may not touch this app's posts. */
    public String otherAppToken() {
        return FacebookPages.OTHER_APP_TOKEN;
    }

    /** The token of the person who manages the Pages; the feed refuses it. */
    public String userToken() {
        return FacebookPages.USER_TOKEN;
    }

    /** The app's id. */
    public String appId() {
        return FacebookTokens.APP;
    }

    /** The app's secret, which signs {@code appsecret_proof}. */
    public String appSecret() {
        return FacebookTokens.APP_SECRET;
    }

    /** The token of the app itself: its id and its secret. */
    public String appToken() {
        return FacebookTokens.APP + "|" + FacebookTokens.APP_SECRET;
    }

    /** Adds a Page and gives its id; without named tasks the person may do everything on it. */
    public synchronized String addPage(String name, String... tasks) {
        return graph.pages.add(name, true, tasks).id();
    }

    /** Adds a Page that was not ticked in the login dialog, so that the app has no token of it; gives its id. */
    public synchronized String addPageWithoutToken(String name) {
        return graph.pages.add(name, false).id();
    }

    /** The access token of an added Page. */
    public synchronized Optional<String> pageToken(String pageId) {
        return graph.pages.find(pageId).map(FacebookPage::token);
    }

    /** Sets what the person may do on a Page, such as {@code CREATE_CONTENT}. */
    public synchronized void tasks(String pageId, String... tasks) {
        graph.pages.tasks(pageId, tasks);
    }

    /** Says whether calls without {@code appsecret_proof} are refused; at first they are not. */
    public synchronized void requireProof(boolean required) {
        graph.access.requireProof(required);
    }

    /** Leaves a post out of lists, where it still takes a place: pages become shorter than asked for. */
    public synchronized void hide(String postId) {
        graph.posts.hide(postId);
    }

    /** The comments below a post, oldest first. */
    public synchronized List<String> comments(String postId) {
        return graph.comments.below(postId);
    }

    /** The tokens and permissions. */
    public FacebookTokens tokens() {
        return graph.tokens;
    }

    /** The login dialog. */
    public FacebookLogin login() {
        return graph.login;
    }

    /** How much the platform takes. */
    public FacebookLimits limits() {
        return graph.limits;
    }

    /** What differs from Page to Page. */
    public FacebookRules rules() {
        return graph.rules;
    }

    /** The web that links lead into. */
    public FacebookWeb web() {
        return graph.web;
    }

    @Override
    public String name() {
        return "facebook";
    }

    @Override
    public void inject(Fault... faults) {
        script.add(faults);
    }

    @Override
    public Set<Fault> faults() {
        return script.possible();
    }

    @Override
    public synchronized List<SimulatedPost> posts() {
        return graph.posts.out(clock.instant());
    }

    @Override
    public int createRequests() {
        return script.arrived();
    }

    @Override
    public synchronized void expireToken() {
        graph.tokens.spoil(token(), FacebookTokenTrouble.EXPIRED);
        graph.tokens.spoil(userToken(), FacebookTokenTrouble.EXPIRED);
    }

    @Override
    public synchronized void reset() {
        script.reset();
        graph.reset();
    }

    synchronized Answer answer(Call call) {
        return graph.answer(call);
    }
}
