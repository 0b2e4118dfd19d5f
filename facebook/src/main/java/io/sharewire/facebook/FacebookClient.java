package io.sharewire.facebook;

import io.sharewire.Media;
import io.sharewire.PayloadPart;
import io.sharewire.Secret;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls on one Page that are used. */
final class FacebookClient {

    /** Asked for in the create call itself; few, since a failing read answers like a failed write. */
    private static final String CREATED_FIELDS = "id,permalink_url,created_time";

    private static final String POST_FIELDS =
            "id,message,created_time,permalink_url,scheduled_publish_time,application,"
                    + "attachments{media_type,type,url,unshimmed_url,target}";

    private final String pageId;
    private final Supplier<Secret> token;
    private final FacebookApi api;

    FacebookClient(String pageId, Supplier<Secret> token, FacebookApi api) {
        this.pageId = pageId;
        this.token = token;
        this.api = api;
    }

    /** {@code POST /PAGE/feed} with the draft's form, plus what belongs to the call: uploaded photos, fields to answer. */
    ApiReply createPost(PayloadPart part, List<String> photoIds) {
        FacebookForm added = new FacebookForm();
        for (int i = 0; i < photoIds.size(); i++) {
            added.with("attached_media[" + i + "]", Json.write(Map.of("media_fbid", photoIds.get(i))));
        }
        added.with("fields", CREATED_FIELDS);
        return api.post(pageId + "/feed", Map.of(), part.type(), part.body() + "&" + added.body(), token.get());
    }

    /**
     * {@code POST /PAGE/photos} with the bytes, unpublished: nobody sees it until a post takes it along, and after about a
     * day it is gone, unless it is marked for a scheduled post. By bytes rather than by address, since Facebook's fetcher
     * fails at servers that answer ranges.
     */
    ApiReply uploadPhoto(Media photo, boolean scheduled) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("published", "false");
        if (scheduled) {
            values.put("temporary", "true");
        }
        if (photo.alt() != null) {
            values.put("alt_text_custom", photo.alt());
        }
        return api.postFile(pageId + "/photos", values, photo, token.get());
    }

    /** {@code POST /POST/comments}. */
    ApiReply comment(String postId, PayloadPart part) {
        String fields = new FacebookForm().with("fields", "id,permalink_url").body();
        return api.post(postId + "/comments", Map.of(), part.type(), part.body() + "&" + fields, token.get());
    }

    /** {@code POST /POST}: changes what the form names. */
    ApiReply edit(String postId, FacebookForm form) {
        return api.post(postId, Map.of(), FacebookForm.TYPE, form.body(), token.get());
    }

    /** {@code DELETE /POST}. */
    ApiReply delete(String postId) {
        return api.delete(postId, token.get());
    }

    /** {@code POST /?id=URL&scrape=true}: has Facebook read the page behind a link anew. */
    ApiReply rescrape(String link) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("id", link);
        query.put("scrape", "true");
        return api.post("", query, FacebookForm.TYPE, "", token.get());
    }

    /** {@code GET /PAGE/EDGE}: a page of posts, newest first. */
    ApiReply posts(String edge, @Nullable String after) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("fields", POST_FIELDS);
        query.put("limit", "25");
        if (after != null) {
            query.put("after", after);
        }
        return api.get(pageId + "/" + edge, query, token.get());
    }
}
