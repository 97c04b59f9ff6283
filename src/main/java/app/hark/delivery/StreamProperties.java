package app.hark.delivery;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How streams behave.
 *
 * @param heartbeat how often an idle stream gets a {@code ping}; a client that hears nothing for twice as long reconnects
 * @param perAccount open streams of one account on this node
 */
@ConfigurationProperties("hark.stream")
public record StreamProperties(Duration heartbeat, int perAccount) {

	public StreamProperties {
		if (heartbeat.isNegative() || heartbeat.isZero()) {
			throw new IllegalArgumentException("hark.stream.heartbeat must be longer than nothing");
		}
		if (perAccount < 1) {
			throw new IllegalArgumentException("hark.stream.per-account must be at least 1");
		}
	}
}
