package cn.mingjian.scoring.pool;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Which names mean the same organisation: as written, with and without spaces, or by another name that the district knows of. */
final class OrganisationNames {

    private final Map<String, OrganisationDocument> byName = new HashMap<>();

    OrganisationNames(Collection<OrganisationDocument> known) {
        known.forEach(organisation -> organisation.names().forEach(name -> byName.put(plain(name), organisation)));
    }

    boolean isSame(String left, String right) {
        OrganisationDocument organisation = byName.get(plain(left));
        return plain(left).equals(plain(right))
                || organisation != null && organisation.equals(byName.get(plain(right)));
    }

    /** A name as it is compared: without what cannot be seen. */
    static String plain(String name) {
        return name.replaceAll("[\\s\\p{Z}\\p{Cf}]", "").toLowerCase(Locale.ROOT);
    }
}
