package cn.qiaotong.life;

import cn.qiaotong.Acts;
import cn.qiaotong.ScenarioRun;
import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.catalog.ServiceVersion;
import java.util.Random;
import org.springframework.beans.factory.BeanFactory;

/** One planned request on its way. What once could not be played is not gone on with. */
final class Course {

    private final Plan plan;
    private final Acts acts;
    private final Townspeople people;
    private final ServiceVersion version;
    private final MadeUp madeUp;
    private ScenarioRun run;
    private boolean stopped;

    Course(Plan plan, BeanFactory beans, Acts acts, Townspeople people, Random chance) {
        this.plan = plan;
        this.acts = acts;
        this.people = people;
        var contexts = beans.getBean(CheckContexts.class);
        this.version = beans.getBean(PublicServices.class)
                .find(plan.scene().folder().service())
                .orElseThrow()
                .current();
        this.madeUp = new MadeUp(version.apply(), contexts::now, plan, people, chance);
    }

    Plan plan() {
        return plan;
    }

    void play(int event) {
        if (stopped) {
            return;
        }
        stopped = true;
        if (plan.isDraft()) {
            draft();
        } else if (event < plan.acts()) {
            var act = plan.scene().turns().get(event).act();
            madeUp.asks(version.form(act.step()).orElse(version.apply()));
            run().play(act);
        } else {
            acts.take(run().request().orElseThrow());
        }
        stopped = false;
    }

    private ScenarioRun run() {
        if (run == null) {
            run = new ScenarioRun(plan.scene().folder(), acts, people.person(plan.applicant()), madeUp::answers);
        }
        return run;
    }

    private void draft() {
        var folder = plan.scene().folder();
        var example = folder.answers(plan.scene().turns().get(0).act().about());
        acts.draft(folder.service(), people.person(plan.applicant()), madeUp.half(example));
    }
}
