package app.hark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

import app.hark.backup.StartCheck;

/** The application: its rooms are the packages below this one, and each says in its package-info what it is for. */
@SpringBootApplication
@EnableScheduling
public class HarkApplication {

	public static void main(String[] args) {
		var application = new SpringApplication(HarkApplication.class);
		application.addListeners(new StartCheck());
		application.run(args);
	}
}
