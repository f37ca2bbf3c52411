package cn.qiaotong.party;

import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the organisations that requests were handed to; what it says is who may read them. */
@Repository
class PartyRows {

    private final JdbcClient jdbc;

    PartyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Party> of(RequestId request) {
        return jdbc.sql("select * from request_party where request = :request order by joined_at, turn, organisation")
                .param("request", request.value())
                .query(PartyRows::read)
                .list();
    }

    /** Lets these branches in, in this order, and every other branch out. */
    void refer(RequestId request, List<Organisation> branches, Instant when) {
        jdbc.sql("update request_party set left_at = :at where request = :request and turn > 0 and left_at is null")
                .param("at", Moments.at(when))
                .param("request", request.value())
                .update();
        for (int place = 0; place < branches.size(); place++) {
            join(request, branches.get(place), place + 1, null, when);
        }
    }

    /** Lets a department in, which from now on reads these fields beside those it was shown before. */
    void consult(RequestId request, Organisation department, Set<String> fields, Instant when) {
        var shown = new TreeSet<>(fields);
        of(request).stream()
                .filter(party -> party.organisation().equals(department))
                .flatMap(party -> party.shows().stream())
                .forEach(shown::addAll);
        join(request, department, 0, String.join(",", shown), when);
    }

    private void join(RequestId request, Organisation organisation, int turn, String shows, Instant when) {
        var again = jdbc.sql("update request_party set turn = :turn, left_at = null, shows = :shows"
                        + " where request = :request and organisation = :organisation")
                .param("turn", turn)
                .param("shows", shows)
                .param("request", request.value())
                .param("organisation", organisation.key())
                .update();
        if (again == 0) {
            jdbc.sql("insert into request_party (request, organisation, turn, joined_at, shows)"
                            + " values (:request, :organisation, :turn, :at, :shows)")
                    .param("request", request.value())
                    .param("organisation", organisation.key())
                    .param("turn", turn)
                    .param("at", Moments.at(when))
                    .param("shows", shows)
                    .update();
        }
    }

    void leave(RequestId request, Organisation organisation, Instant when) {
        jdbc.sql("update request_party set left_at = :at where request = :request and organisation = :organisation")
                .param("at", Moments.at(when))
                .param("request", request.value())
                .param("organisation", organisation.key())
                .update();
    }

    void answered(RequestId request, Organisation organisation, Party.Answered answered) {
        jdbc.sql("update request_party set answer_field = :field, answer = :answer, answered_at = :at"
                        + " where request = :request and organisation = :organisation")
                .param("field", answered.field())
                .param("answer", answered.answer())
                .param("at", Moments.at(answered.at()))
                .param("request", request.value())
                .param("organisation", organisation.key())
                .update();
    }

    private static Party read(ResultSet row, int number) throws SQLException {
        var answeredAt = Moments.find(row, "answered_at");
        var field = row.getString("answer_field");
        var answer = row.getString("answer");
        return new Party(
                new Organisation(row.getString("organisation")),
                row.getInt("turn"),
                Moments.of(row, "joined_at"),
                Moments.find(row, "left_at"),
                Optional.ofNullable(row.getString("shows")).map(PartyRows::fields),
                answeredAt.map(at -> new Party.Answered(field, answer, at)));
    }

    private static Set<String> fields(String shows) {
        return shows.isEmpty() ? Set.of() : Set.of(shows.split(","));
    }
}
