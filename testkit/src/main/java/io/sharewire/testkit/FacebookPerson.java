package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What a token may read of its person, and of the Pages on which that person has tasks. */
final class FacebookPerson {

    private static final Set<String> PAGE_FIELDS = Set.of("id", "name", "access_token", "category", "tasks");
    private static final GraphFields ACCOUNT = GraphFields.parse("access_token,category,name,id,tasks");
    private static final GraphFields NAMED = GraphFields.parse("id,name");

    private final FacebookPages pages;
    private final FacebookTokens tokens;

    FacebookPerson(FacebookPages pages, FacebookTokens tokens) {
        this.pages = pages;
        this.tokens = tokens;
    }

    /** {@code GET /me}: the person, or the Page if its token asks. */
    Answer me(GraphRequest request) {
        FacebookToken token = request.token();
        return switch (token.kind()) {
            case PAGE -> page(request, pages.find(token.subject()).orElseThrow());
            case USER ->
                Answer.json(
                        200,
                        request.fields(NAMED)
                                .of(Json.object().put("id", token.subject()).put("name", "Sandbox Editor")));
            case APP ->
                throw GraphErrors.error(
                                400,
                                2500,
                                "An active access token must be used to query information about the current user.")
                        .refuse();
        };
    }

    /** {@code GET /me/permissions}. */
    Answer permissions(GraphRequest request) {
        requirePerson(request);
        ObjectNode json = Json.object();
        ArrayNode data = json.putArray("data");
        FacebookTokens.PERMISSIONS.stream()
                .sorted()
                .forEach(permission -> data.addObject()
                        .put("permission", permission)
                        .put("status", tokens.allows(permission) ? "granted" : "declined"));
        return Answer.json(200, json);
    }

    /** {@code GET /me/accounts}: a Page that was not ticked in the dialog has no token here. */
    Answer accounts(GraphRequest request) {
        requirePerson(request);
        GraphFields fields = request.fields(ACCOUNT);
        fields.checkKnown(PAGE_FIELDS);
        List<FacebookPage> all = tokens.allows("pages_show_list") ? pages.all() : List.of();
        return Answer.json(
                200,
                GraphPaging.page(
                        request,
                        all,
                        page -> -Long.parseLong(page.id()),
                        page -> true,
                        page -> fields.of(node(page, true))));
    }

    /** {@code GET /PAGE}: only a token of the person is told the Page's token. */
    Answer page(GraphRequest request, FacebookPage page) {
        GraphFields fields = request.fields(NAMED);
        fields.checkKnown(PAGE_FIELDS);
        return Answer.json(200, fields.of(node(page, !request.token().isFor(FacebookToken.Kind.APP))));
    }

    private static ObjectNode node(FacebookPage page, boolean withToken) {
        ObjectNode json = Json.object();
        if (withToken && page.token() != null) {
            json.put("access_token", page.token());
        }
        json.put("category", "News & Media Website").put("name", page.name()).put("id", page.id());
        ArrayNode tasks = json.putArray("tasks");
        page.tasks().forEach(tasks::add);
        return json;
    }

    private static void requirePerson(GraphRequest request) {
        if (!request.token().isFor(FacebookToken.Kind.USER)) {
            throw GraphErrors.invalidParameter("Tried accessing nonexisting field ("
                            + request.path().get(1) + ")")
                    .refuse();
        }
    }
}
