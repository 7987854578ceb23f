package cn.mingjian.scoring.calibration;

import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Fields;

/** What a party's evaluators score to find a common measure, as it is sent and kept. */
public record SampleCaseDocument(String title, String text) {

    /** Ends the request with everything that is wrong with the case. */
    void check() {
        Fields fields = new Fields();
        fields.value("/title", title, Form.TEXT);
        fields.text("/text", text);
        fields.refuse();
    }
}
