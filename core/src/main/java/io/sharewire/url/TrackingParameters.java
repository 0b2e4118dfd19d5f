package io.sharewire.url;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The query parameters that say where a reader came from and nothing about what the page shows.
 *
 * <p>Names that some site uses for content ({@code ref}, {@code source}, {@code id}, {@code idxno}, …) are not in the
 * list. State of 2026-11; names are compared without regard to case. Thread-safe.
 */
final class TrackingParameters {

    private static final List<String> PREFIXES =
            List.of("utm_", "mtm_", "ga_", "otm_", "itm_", "cm_mmc", "dpg_", "hsa_", "bsft_", "ir_", "guce_");

    private static final Set<String> NAMES = Set.of(
            // campaigns
            "pk_campaign",
            "pk_medium",
            "pk_source",
            "pk_vid",
            "_ga",
            "_gl",
            "cmpid",
            "s_cid",
            "wt_mc",
            "wt_zmc",
            "wtrid",
            "xtor",
            "cm_me",
            "cm_cr",
            "hmb_campaign",
            "hmb_medium",
            "hmb_source",
            "tracking_source",
            // clicks
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "srsltid",
            "gs_l",
            "fbclid",
            "msclkid",
            "twclid",
            "yclid",
            "ysclid",
            "_openstat",
            "irclickid",
            "irgwc",
            "awc",
            "sscid",
            "tduid",
            "rb_clickid",
            "wickedid",
            "erid",
            "_branch_match_id",
            "__twitter_impression",
            "usqp",
            "ttclid",
            "li_fat_id",
            "igshid",
            "igsh",
            "mibextid",
            "fb_action_ids",
            "fb_action_types",
            "fb_ref",
            "fb_source",
            "fb_comment_id",
            "action_object_map",
            "action_ref_map",
            "action_type_map",
            // mail and social tools
            "mc_cid",
            "mc_eid",
            "mc_tc",
            "mkt_tok",
            "_hsenc",
            "__hssc",
            "__hstc",
            "__hsfp",
            "hsctatracking",
            "vero_id",
            "vero_conv",
            "oly_anon_id",
            "oly_enc_id",
            "ml_subscriber",
            "ml_subscriber_hash",
            "_kx",
            "__s",
            "echobox",
            "smid",
            "guccounter",
            "spm",
            "cx_click",
            "cx_recsorder",
            "cx_recswidget");

    private TrackingParameters() {}

    static boolean contains(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
