package app.hark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import app.hark.drive.HarkServer;
import app.hark.drive.PackagedTest;

/** {@code mvn verify -Psoak}; {@code -Dhark.soak.minutes=10} for less than two hours. */
@PackagedTest
class DeliverySoak {

	@Test
	void hoursOfAnOrdinaryDay() throws Exception {
		Drill drill = new Soak(Duration.ofMinutes(Integer.getInteger("hark.soak.minutes", 120)));
		Report report = new Report("soak.md");

		Verdict verdict = drill.run(HarkServer::startLasting, Scale.FULL);

		report.add(drill.title(Scale.FULL), verdict);
		report.print();
		assertThat(verdict.findings().figures()).as("%s", verdict.findings()).isEmpty();
	}
}
