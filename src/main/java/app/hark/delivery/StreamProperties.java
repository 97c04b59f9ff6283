package app.hark.delivery;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How streams behave.
 *
 * @param heartbeat how often an idle stream gets a {@code ping}; a client that hears nothing for twice as long reconnects
 * @param perAccount open streams of one account on this node
 * @param farewell over how long the readers are sent away when this node ends, so that the others do not get all at once
 * @param handover the same when another one takes its place, for which nobody waits
 * @param unconfirmed how long streams stay open, and pages are tried, while the database does not say who may read; 0 is for ever
 * @param sweep how often all inboxes that are followed here are looked at together, for what nobody has rung for
 */
@Validated
@ConfigurationProperties("hark.stream")
public record StreamProperties(@DurationMin(millis = 1) Duration heartbeat, @Min(1) int perAccount,
		Duration farewell, Duration handover, Duration unconfirmed, @DurationMin(millis = 1) Duration sweep) {
}
