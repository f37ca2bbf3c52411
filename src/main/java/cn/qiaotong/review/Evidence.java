package cn.qiaotong.review;

import cn.qiaotong.form.AnswersView;
import java.util.List;

/** What a case rests on: the answers, beside what they were before the last supplement, the files and the checks. */
record Evidence(AnswersView answers, boolean compared, List<FileLine> files, List<CheckLine> checks) {}
