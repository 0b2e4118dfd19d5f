package io.sharewire.testkit;

import java.util.List;
import java.util.Optional;

/** Every call that is not a create call, by its method and what it names: a Page, a post, a link, a person. */
final class FacebookNodes {

    private final FacebookPages pages;
    private final FacebookPosts posts;
    private final FacebookComments comments;
    private final FacebookLinks links;
    private final FacebookPerson person;
    private final FacebookTokenReport report;

    FacebookNodes(
            FacebookPages pages,
            FacebookTokens tokens,
            FacebookPosts posts,
            FacebookComments comments,
            FacebookLinks links) {
        this.pages = pages;
        this.posts = posts;
        this.comments = comments;
        this.links = links;
        this.person = new FacebookPerson(pages, tokens);
        this.report = new FacebookTokenReport(tokens);
    }

    Answer answer(GraphRequest request) {
        String name = String.join("/", request.path());
        return switch (request.method()) {
            case "GET" -> get(request, name);
            case "POST" -> post(request, name);
            case "DELETE" -> posts.delete(request, name);
            default ->
                throw GraphErrors.invalidParameter("Unsupported method " + request.method())
                        .refuse();
        };
    }

    private Answer get(GraphRequest request, String name) {
        return switch (name) {
            case "" -> Answer.json(200, links.node(id(request), request.input()));
            case "me" -> person.me(request);
            case "me/permissions" -> person.permissions(request);
            case "me/accounts" -> person.accounts(request);
            case "debug_token" -> report.on(request);
            default -> read(request, name);
        };
    }

    private Answer read(GraphRequest request, String name) {
        List<String> path = request.path();
        Optional<FacebookPage> page = pages.find(path.get(0));
        if (page.isEmpty()) {
            return isComments(path)
                    ? comments.list(request, posts.find("get", path.get(0)))
                    : posts.read(request, name);
        }
        return path.size() == 1
                ? person.page(request, page.orElseThrow())
                : posts.edge(request, page.orElseThrow(), String.join("/", path.subList(1, path.size())));
    }

    private Answer post(GraphRequest request, String name) {
        if (name.isEmpty()) {
            return scrape(request);
        }
        return isComments(request.path())
                ? comments.add(request, posts.find("post", request.path().get(0)))
                : posts.edit(request, name);
    }

    private Answer scrape(GraphRequest request) {
        if (!request.input().flag("scrape", false)) {
            throw GraphErrors.invalidParameter("The parameter scrape is required")
                    .refuse();
        }
        return Answer.json(200, links.scrape(id(request), request.now()).toJson());
    }

    private static String id(GraphRequest request) {
        return request.input()
                .text("id")
                .orElseThrow(() -> GraphErrors.invalidParameter("The parameter id is required")
                        .refuse());
    }

    private static boolean isComments(List<String> path) {
        return path.size() == 2 && path.get(1).equals("comments");
    }
}
