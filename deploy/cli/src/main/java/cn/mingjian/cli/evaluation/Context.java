package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.platform.Api;
import cn.mingjian.cli.platform.Api.Place;
import java.util.Set;

/**
 * What every stage of an evaluation works with.
 *
 * @param kept the places of the parts that the platform keeps already, as the bundle has them
 */
record Context(Bundle bundle, Api api, Cast cast, Parts parts, Progress progress, Set<Place> kept) {

    /** Puts a part unless it is there. */
    void put(Part part) {
        if (kept.add(part.place())) {
            api.put(part.author().get(), part.place(), part.document());
        }
    }
}
