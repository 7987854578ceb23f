package cn.mingjian.staffing.evidence;

import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What has been handed in for an evaluation. */
@ApplicationScoped
public class Evidence {

    static final String ROSTER = "roster";
    static final String ATTENDANCE = "attendance";
    static final String TRAINING = "training";

    private final Documents documents;

    Evidence(Documents documents) {
        this.documents = documents;
    }

    public Optional<Stored<Roster>> roster(String evaluation) {
        return documents.find(evaluation, ROSTER, Roster.class);
    }

    public Optional<Stored<Roster>> roster(String evaluation, int version) {
        return documents.find(evaluation, ROSTER, version, Roster.class);
    }

    public Optional<Stored<Attendance>> attendance(String evaluation) {
        return documents.find(evaluation, ATTENDANCE, Attendance.class);
    }

    public Optional<Stored<Attendance>> attendance(String evaluation, int version) {
        return documents.find(evaluation, ATTENDANCE, version, Attendance.class);
    }

    public Optional<Stored<Training>> training(String evaluation) {
        return documents.find(evaluation, TRAINING, Training.class);
    }
}
