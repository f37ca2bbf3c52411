package cn.qiaotong.operation;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a load balancer whether to restart this node and whether to send people to it; never why not. */
@RestController
class HealthController {

    private final ApplicationAvailability availability;
    private final DatabaseWatch database;

    HealthController(ApplicationAvailability availability, DatabaseWatch database) {
        this.availability = availability;
        this.database = database;
    }

    @GetMapping("/health/live")
    ResponseEntity<String> live() {
        return answer(availability.getLivenessState() == LivenessState.CORRECT);
    }

    @GetMapping("/health/ready")
    ResponseEntity<String> ready() {
        return answer(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && database.answers());
    }

    private static ResponseEntity<String> answer(boolean up) {
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.TEXT_PLAIN)
                .body(up ? "UP" : "DOWN");
    }
}
