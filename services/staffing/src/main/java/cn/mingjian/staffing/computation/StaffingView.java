package cn.mingjian.staffing.computation;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.staffing.evidence.Training;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A computed version with its number. */
record StaffingView(
        int version,
        StaffingDocument.Staffing staffing,
        Map<String, @Nullable String> exact,
        List<StaffingDocument.Unexplained> exceptions,
        List<StaffingDocument.WorkerAttendance> attendance,
        List<Training.Session> training,
        StaffingDocument.Inputs inputs) {

    static StaffingView of(Stored<StaffingDocument> stored) {
        StaffingDocument document = stored.content();
        return new StaffingView(
                stored.version(),
                document.staffing(),
                document.exact(),
                document.exceptions(),
                document.attendance(),
                document.training(),
                document.inputs());
    }
}
